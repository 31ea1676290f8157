extension ControlPlane {
    /// Puts a function there as if somebody (`before`) had made it long ago: `Active` and settled.
    /// - Parameters:
    ///   - configuration: members that differ from Lambda's defaults, as CreateFunction takes them.
    ///   - versions: how many versions were published, all of this code.
    ///   - alias: points at the newest version, or at `$LATEST` if there is none.
    package mutating func add(
        _ name: String, code: [UInt8], configuration: [String: JSON], versions: Int, alias: String?
    ) {
        var latest = Version(
            name: "$LATEST", code: zip(code), members: Self.defaults(for: name), authors: ["Code": "before"],
            revisionId: "", lastModified: timestamp(at: .zero).lastModified(withMilliseconds: false), state: .active,
            lastUpdate: .successful, progress: nil)
        latest.apply(.object(configuration), author: "before", layerSizes: settings.layerSizes)
        latest.state = latest.atRest
        remember(latest.code)
        renew(&latest, of: name, at: .zero, author: "before", cause: "made before")
        var function = Function(
            name: name, arn: arn(of: name), latest: latest, versions: [], latestPublished: nil, aliases: [:], tags: [:],
            provisioned: [:],
            behaviour: .echo,
            servedCodeSha256: latest.code.sha256, lastNumber: versions, changedSincePublished: versions == 0)
        for number in 0..<versions {
            var version = latest
            version.name = String(number + 1)
            version.state = version.atRest
            renew(&version, of: name, at: .zero, author: "before", cause: "made before")
            function.versions.append(version)
        }
        if let alias {
            setAlias(
                Alias(
                    name: alias, functionVersion: versions == 0 ? "$LATEST" : String(versions), description: "",
                    weights: [:], revisionId: ""),
                of: &function, at: .zero, author: "before", cause: "made before")
        }
        functions[name] = function
    }

    /// Puts an image function there.
    package mutating func add(
        _ name: String, imageUri: String, configuration: [String: JSON], versions: Int, alias: String?
    ) {
        add(name, code: [], configuration: configuration, versions: versions, alias: alias)
        guard var function = functions[name] else { return }
        function.latest.becomeImage(Code(sha256: digest(ofImage: imageUri), size: 0, imageUri: imageUri, bytes: []))
        function.servedCodeSha256 = function.latest.code.sha256
        for index in function.versions.indices { function.versions[index].becomeImage(function.latest.code) }
        remember(function.latest.code)
        functions[name] = function
    }

    /// How the code of `$LATEST` and of all versions is kept, as somebody chose it.
    package mutating func setStorage(of name: String, kmsKeyArn: String?, reference: ObjectReference?) {
        guard var function = functions[name] else { return }
        func keep(_ code: inout Code) {
            code.kmsKeyArn = kmsKeyArn
            code.reference = reference
        }
        keep(&function.latest.code)
        for index in function.versions.indices { keep(&function.versions[index].code) }
        functions[name] = function
    }

    /// The function was idle for so long that Lambda took its resources back.
    package mutating func makeInactive(_ name: String) {
        functions[name]?.latest.state = .inactive
    }

    /// Nobody has called a version for so long that it sleeps.
    package mutating func makeInactive(_ name: String, version: String) {
        guard let index = functions[name]?.versions.firstIndex(where: { $0.name == version }) else { return }
        functions[name]?.versions[index].state = .inactive
    }

    /// An update of somebody's (`before`) is in progress from `now` on.
    package mutating func makeBusy(_ name: String, at now: Duration, course: Course) {
        guard var function = functions[name] else { return }
        function.latest.lastUpdate = .creating("InProgress")
        function.latest.progress = Progress(.update, course, from: now)
        function.changedSincePublished = true
        renew(&function.latest, of: name, at: now, author: "before", cause: "UpdateFunctionConfiguration")
        functions[name] = function
    }

    /// The last update ended badly.
    package mutating func makeLastUpdateFailed(_ name: String, _ failure: Failure) {
        functions[name]?.latest.lastUpdate = .failed(failure)
    }

    /// The image of a function that was idle for long is gone: `ImageDeleted`, `ImageAccessDenied` or `InvalidImage`.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#images-lifecycle
    package mutating func loseImage(of name: String, code: String) {
        let failure = Failure(code: code, reason: "The image that was used to create the function is gone.")
        functions[name]?.latest.state = .failed(failure)
    }

    /// A state in which the function stays, whatever it is.
    package mutating func setState(of name: String, to state: String) {
        functions[name]?.latest.state = Status(value: state, reason: nil, reasonCode: nil)
    }

    /// Somebody (`before`) is creating it.
    package mutating func makePending(_ name: String, at now: Duration, course: Course) {
        guard var function = functions[name] else { return }
        function.latest.state = .creating("Pending")
        function.latest.lastUpdate = nil
        function.latest.progress = Progress(.creation, course, from: now)
        functions[name] = function
    }

    /// The creation ended badly.
    package mutating func makeFailed(_ name: String, _ failure: Failure) {
        functions[name]?.latest.state = .failed(failure)
        functions[name]?.latest.lastUpdate = nil
    }

    /// One more alias.
    package mutating func addAlias(_ name: String, to version: String, of function: String) {
        guard var changed = functions[function] else { return }
        let alias = Alias(name: name, functionVersion: version, description: "", weights: [:], revisionId: "")
        setAlias(alias, of: &changed, at: .zero, author: "before", cause: "made before")
        functions[function] = changed
    }

    /// Provisioned concurrency on a version or an alias.
    package mutating func provision(_ qualifier: String, of function: String) {
        functions[function]?.provisioned[qualifier] = .ready
    }

    /// The instances that were to be kept warm could not be had; nothing is under way.
    package mutating func failProvisioning(of qualifier: String, of function: String, _ failure: Failure) {
        guard functions[function]?.provisioned[qualifier]?.progress == nil else { return }
        functions[function]?.provisioned[qualifier]?.status = ProvisionedConcurrency.failed(failure)
    }

    /// CloudFront has copies of a version, as of each that it ever called.
    package mutating func replicate(_ version: String, of function: String) {
        functions[function]?.replicated.insert(version)
    }

    /// A version that cannot be deleted, whatever the others are like.
    package mutating func makeUndeletable(_ version: String, of function: String, by obstacle: Obstacle) {
        functions[function]?.undeletable[version] = obstacle
    }

    /// Something calls a version by its number, or goes on with it.
    package mutating func use(_ version: String, of function: String, by use: VersionUse) {
        guard var changed = functions[function] else { return }
        changed.uses[use, default: []].insert(version)
        if [.durableExecution, .pausedExecution].contains(use),
            let index = changed.versions.firstIndex(where: { $0.name == version })
        {
            changed.versions[index].members["DurableConfig"] = ["ExecutionTimeout": 3600, "RetentionPeriodInDays": 7]
        }
        functions[function] = changed
    }

    /// As somebody writes it by hand.
    package mutating func setDescription(_ description: String, of alias: String, function: String) {
        guard var changed = functions[function], var described = changed.aliases[alias] else { return }
        described.description = description
        setAlias(described, of: &changed, at: .zero, author: "before", cause: "made before")
        functions[function] = changed
    }

    /// Somebody (`before`) has deleted a version.
    package mutating func removeVersion(_ number: String, of function: String) {
        functions[function]?.versions.removeAll { $0.name == number }
    }

    /// Variables besides those that it has, of `$LATEST` and of all versions.
    package mutating func addVariables(_ variables: [String: String], of name: String) {
        guard var function = functions[name] else { return }
        function.latest.addVariables(variables)
        for index in function.versions.indices { function.versions[index].addVariables(variables) }
        functions[name] = function
    }

    /// Points an alias at another version, as somebody left it.
    package mutating func setVersion(_ version: String, of alias: String, function: String) {
        functions[function]?.aliases[alias]?.functionVersion = version
    }

    /// Sets an alias's routing as a canary that somebody left half-way would have.
    package mutating func setWeights(_ weights: [String: Double], of alias: String, function: String) {
        functions[function]?.aliases[alias]?.weights = weights
    }
}

extension ControlPlane.Version {
    fileprivate mutating func addVariables(_ variables: [String: String]) {
        let standing = members["Environment"]?["Variables"]?.object ?? [:]
        let all = standing.merging(variables.mapValues(JSON.string)) { $1 }
        members["Environment"] = ["Variables": .object(all), "Error": nil]
    }

    fileprivate mutating func becomeImage(_ code: ControlPlane.Code) {
        self.code = code
        members["Runtime"] = nil
        members["Handler"] = nil
    }
}
