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
        let version: Version
        if !function.changedSincePublished, let last = function.versions.last {
            version = last
        } else {
            try checkStorage(adding: function.latest.code, inPlaceOf: nil)
            version = publish(&function, description: call.input["Description"]?.string, call)
        }
        return .json(201, version.json(name: function.name, arn: function.qualifiedArn(version.name)))
    }

    /// Makes a version of what `$LATEST` is, and stores the function.
    ///
    /// An ordinary version is Active in the very answer. One that belongs to a creation or an update under way (Publish)
    /// is Pending as long as that takes; one with SnapStart is Pending without a LastUpdateStatus while it is prepared.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html
    mutating func publish(_ function: inout Function, description: String?, _ call: Call) -> Version {
        function.lastNumber += 1
        var version = function.latest
        version.name = String(function.lastNumber)
        if settings.ownMember == .otherInVersions { version.members[OwnMember.name] = "of a version" }
        if let description { version.apply(["Description": .string(description)], author: call.author) }
        if version.isSnapStarted {
            version.progress = Progress(.preparation, settings.snapStart, from: call.now)
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
        function.changedSincePublished = false
        let cause = call.operation.rawValue
        renew(&version, of: function.name, at: call.now, author: call.author, cause: cause)
        renew(&function.latest, of: function.name, at: call.now, author: call.author, cause: cause)
        function.versions.append(version)
        functions[function.name] = function
        return version
    }
}
