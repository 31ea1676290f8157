extension ControlPlane {
    /// When nothing was updated since the last version, that one is answered and nothing happens.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_PublishVersion.html
    mutating func publishVersion(_ call: Call) throws(Refusal) -> Answer {
        var function = try existing(call)
        try checkWritable(function, revisionId: call.revisionId, takesCode: false)
        let current = function.latest.code.sha256
        if let given = call.input["CodeSha256"]?.string, given != current {
            throw .invalidParameter(
                "CodeSHA256 (\(given)) is different from current CodeSHA256 in $LATEST (\(current)). "
                    + "Please try again with the CodeSHA256 in $LATEST.")
        }
        let isToLatest = call.input["PublishTo"] == "LATEST_PUBLISHED"
        if isToLatest, !function.latest.isManaged {
            throw .invalidParameter("PublishTo is supported only for functions with a capacity provider.")
        }
        let version: Version
        if let last = standing(function, toLatest: isToLatest) {
            version = last
        } else {
            try checkStorage(adding: function.latest.code, inPlaceOf: nil)
            version = publish(&function, toLatest: isToLatest, description: call.input["Description"]?.string, call)
        }
        return .json(201, json(of: version, function.name, arn: function.qualifiedArn(version.name)))
    }

    private func standing(_ function: Function, toLatest: Bool) -> Version? {
        if toLatest { return function.latestPublished.flatMap { $0.isOutdated ? nil : $0.version } }
        return function.changedSincePublished ? nil : function.versions.last
    }

    /// Makes a version of what `$LATEST` is, and stores the function.
    ///
    /// An ordinary version is Active in the very answer. One that belongs to a creation or an update under way (Publish)
    /// is Pending as long as that takes; one with SnapStart is Pending without a LastUpdateStatus while it is prepared.
    /// On managed instances it is Pending until enough of them run.
    /// Sources: https://docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html,
    /// https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances.html
    mutating func publish(
        _ function: inout Function, toLatest: Bool, description: String?, _ call: Call
    ) -> Version {
        if !toLatest { function.lastNumber += 1 }
        var version = function.latest
        version.name = toLatest ? Self.latestPublished : String(function.lastNumber)
        if let description {
            version.apply(["Description": .string(description)], author: call.author, layerSizes: [:])
        }
        if version.isSnapStarted || version.isManaged {
            let course = version.isManaged ? settings.instances : settings.snapStart
            version.progress = Progress(.preparation, course, from: call.now)
        } else if let progress = version.progress {
            version.progress = Progress(
                .preparation, Course(takes: progress.ends.map { $0 - call.now }, failure: progress.failure),
                from: call.now)
        }
        if version.progress != nil {
            version.state = .creating("Pending")
            version.lastUpdate = nil
        } else {
            version.state = .active
            version.lastUpdate = .successful
        }
        if !toLatest { function.changedSincePublished = false }
        touch(&function.latest) { $0 == .movesWithStatuses }
        let cause = call.operation.rawValue
        renew(&version, of: function.name, at: call.now, author: call.author, cause: cause)
        renew(&function.latest, of: function.name, at: call.now, author: call.author, cause: cause)
        if toLatest {
            function.latestPublished = LatestPublished(version: version, isOutdated: false)
        } else {
            function.versions.append(version)
        }
        functions[function.name] = function
        return version
    }
}
