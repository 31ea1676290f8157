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
        latest.apply(.object(configuration), author: "before")
        remember(latest.code)
        renew(&latest, of: name, at: .zero, author: "before", cause: "made before")
        var function = Function(
            name: name, arn: arn(of: name), latest: latest, versions: [], aliases: [:], tags: [:], provisioned: [:],
            behaviour: .echo,
            servedCodeSha256: latest.code.sha256, lastNumber: versions, changedSincePublished: versions == 0)
        for number in 0..<versions {
            var version = latest
            version.name = String(number + 1)
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
        function.latest.becomeImage(Code(sha256: digest(ofImage: imageUri), size: 0, imageUri: imageUri))
        function.servedCodeSha256 = function.latest.code.sha256
        for index in function.versions.indices { function.versions[index].becomeImage(function.latest.code) }
        remember(function.latest.code)
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
    fileprivate mutating func becomeImage(_ code: ControlPlane.Code) {
        self.code = code
        members["Runtime"] = nil
        members["Handler"] = nil
    }
}
