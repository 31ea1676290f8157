extension ControlPlane {
    /// Answers with the new CodeSha256 at once, long before the code is live.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html
    mutating func updateFunctionCode(_ call: Call) throws(Refusal) -> Answer {
        var function = try existing(call)
        try checkSize(call)
        if !call.isDryRun || settings.refusesDryRunsMeanwhile {
            try checkWritable(function, revisionId: call.revisionId, takesCode: true)
        }
        let code = try code(
            in: call.input, packageType: function.latest.packageType)
        try checkStanding(function.latest, bears: code, architectures: call.input["Architectures"])
        try checkStorage(adding: code, inPlaceOf: function.latest.code)
        if call.isDryRun { return .json(200, json(of: function.latest, function.name, arn: function.arn)) }
        function.latest.code = code
        function.latest.authors["Code"] = call.author
        if let architectures = call.input["Architectures"] {
            function.latest.apply(["Architectures": architectures], author: call.author, layerSizes: [:])
        }
        remember(code)
        beginUpdate(of: &function, settings.codeUpdate, call)
        return .json(200, try finishUpdate(of: function, call))
    }

    /// With Publish the answer is the version, and `$LATEST` goes on under another revision.
    private mutating func finishUpdate(of function: Function, _ call: Call) throws(Refusal) -> JSON {
        var function = function
        guard call.input["Publish"] == true else {
            functions[function.name] = function
            return json(of: function.latest, function.name, arn: function.arn)
        }
        let version = publish(&function, toLatest: false, description: nil, call)
        return json(of: version, function.name, arn: function.qualifiedArn(version.name))
    }

    /// State stays as it is; the status says InProgress with a reason that speaks of creation.
    mutating func beginUpdate(of function: inout Function, _ course: Course, _ call: Call) {
        function.latest.lastUpdate = .creating("InProgress")
        function.latest.progress = Progress(.update, course, from: call.now)
        function.latest.lastModified = timestamp(at: call.now).lastModified(withMilliseconds: false)
        function.changedSincePublished = true
        function.latestPublished?.isOutdated = true
        renew(
            &function.latest, of: function.name, at: call.now, author: call.author, cause: call.operation.rawValue)
    }
}
