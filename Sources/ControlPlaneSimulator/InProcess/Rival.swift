import HTTP

/// Somebody who writes without looking, as most tools do: when an update is in progress he waits until it is over.
struct Rival: Sendable {
    private let function: String
    private let alias: String
    private let author: String
    private var steps: [RivalStep]
    private var codeBefore: ControlPlane.Code?

    init(_ move: RivalMove, function: String, alias: String, author: String) {
        self.function = function
        self.alias = alias
        self.author = author
        steps = move.steps
    }

    var isDone: Bool { steps.isEmpty }

    /// Goes on as far as it can at this moment: to its end, or to a write that has to wait.
    mutating func act(on plane: inout ControlPlane, at now: Duration) {
        while let step = steps.first {
            if step == .replaceObjects { plane.replaceObjects(by: rivalZip(0)) }
            if step == .deleteObjects { plane.deleteObjects() }
            if step == .rememberCode { codeBefore = plane.function(function)?.latest.code }
            if let request = request(for: step, plane) {
                if mustWait(for: step, plane.function(function)) { return }
                _ = plane.handle(request, at: now, author: author)
            }
            steps.removeFirst()
        }
    }

    private func mustWait(for step: RivalStep, _ function: ControlPlane.Function?) -> Bool {
        guard let latest = function?.latest else { return false }
        switch step {
        case .moveAlias, .moveAliasToNewest, .moveAliasToOldest, .weightOldest, .clearWeights, .createAlias,
            .deleteAlias, .create:
            return false
        case .replaceObjects, .deleteObjects: return false
        default: return latest.state.value == "Pending" || latest.lastUpdate?.value == "InProgress"
        }
    }

    /// `nil` when there is nothing to do.
    private func request(for step: RivalStep, _ plane: ControlPlane) -> HTTPRequest? {
        if step == .create { return post("", creation) }
        guard let function = plane.function(function) else { return nil }
        let versions = function.versions.map(\.name)
        let target = function.aliases[alias]?.functionVersion
        switch step {
        case .changeCode: return put("/code", code(function, plane))
        case .rememberCode, .create, .replaceObjects, .deleteObjects: return nil
        case .restoreCode: return codeBefore.map { put("/code", source(of: $0)) }
        case .changeMemory: return put("/configuration", ["MemorySize": .integer(memory(function))])
        case .changeEnvironment: return put("/configuration", ["Environment": environment(function)])
        case .changeTags: return tag(function)
        case .changeUnknownMember:
            return put("/configuration", novelty(function, plane))
        case .publish: return post("/\(self.function)/versions", [:])
        case .publishIfAlone:
            return versions.allSatisfy { $0 == target } ? post("/\(self.function)/versions", [:]) : nil
        case .moveAlias:
            return versions.last { $0 != target }.map { put("/aliases/\(alias)", ["FunctionVersion": .string($0)]) }
        case .moveAliasToNewest:
            return versions.last.map { put("/aliases/\(alias)", ["FunctionVersion": .string($0)]) }
        case .moveAliasToOldest:
            guard let oldest = versions.first, function.aliases[alias]?.isWholly(at: oldest) == false else {
                return nil
            }
            return put(
                "/aliases/\(alias)",
                ["FunctionVersion": .string(oldest), "RoutingConfig": ["AdditionalVersionWeights": [:]]])
        case .weightOldest:
            guard let oldest = versions.first, let target, target != oldest, target != "$LATEST" else { return nil }
            return put("/aliases/\(alias)", ["RoutingConfig": ["AdditionalVersionWeights": [oldest: 1]]])
        case .clearWeights:
            guard function.aliases[alias]?.weights.isEmpty == false else { return nil }
            return put("/aliases/\(alias)", ["RoutingConfig": ["AdditionalVersionWeights": [:]]])
        case .createAlias:
            return post(
                "/\(self.function)/aliases",
                ["Name": .string(alias), "FunctionVersion": .string(versions.last ?? "$LATEST")])
        case .deleteAlias: return send(.delete, "/\(self.function)/aliases/\(alias)", [:])
        }
    }
}

// What the rival writes: always something else than what is there.
extension Rival {
    private var creation: JSON {
        [
            "FunctionName": .string(function), "Runtime": "python3.13", "Handler": "rival.handler",
            "Role": "arn:aws:iam::123456789012:role/rival", "Code": ["ZipFile": .string(base64(rivalZip(0)))],
        ]
    }

    private func code(_ function: ControlPlane.Function, _ plane: ControlPlane) -> JSON {
        guard function.latest.packageType == "Zip" else {
            return ["ImageUri": .string("rival.example/image:\(plane.history.revisions.count)")]
        }
        return ["ZipFile": .string(base64(rivalZip(plane.history.revisions.count)))]
    }

    private func source(of code: ControlPlane.Code) -> JSON {
        code.imageUri.map { ["ImageUri": .string($0)] }
            ?? ["S3Bucket": .string(ControlPlane.seenCodes), "S3Key": .string(code.sha256)]
    }

    private func memory(_ function: ControlPlane.Function) -> Int {
        function.latest.members["MemorySize"] == 1024 ? 1536 : 1024
    }

    /// As a member of its own, or within one that everybody knows.
    private func novelty(_ function: ControlPlane.Function, _ plane: ControlPlane) -> JSON {
        let count = plane.history.revisions.count
        let novelty = JSON.string("\(count)")
        guard count.isMultiple(of: 2), var standing = function.latest.members["EphemeralStorage"]?.object else {
            return ["Novelty": novelty]
        }
        standing["Novelty"] = novelty
        return ["EphemeralStorage": .object(standing)]
    }

    private func environment(_ function: ControlPlane.Function) -> JSON {
        var variables = function.latest.members["Environment"]?["Variables"]?.object ?? [:]
        variables["RIVAL"] = .string(String(variables.count))
        return ["Variables": .object(variables)]
    }

    private func tag(_ function: ControlPlane.Function) -> HTTPRequest {
        request(
            .post, "/2017-03-31/tags/\(percentEncoded(function.arn))",
            ["Tags": ["rival": .string(function.latest.revisionId)]])
    }

    private func put(_ path: String, _ body: JSON) -> HTTPRequest {
        send(.put, "/\(function)\(path)", body)
    }

    private func post(_ path: String, _ body: JSON) -> HTTPRequest {
        send(.post, path, body)
    }

    private func send(_ method: HTTPRequest.Method, _ path: String, _ body: JSON) -> HTTPRequest {
        request(method, "/2015-03-31/functions\(path)", body)
    }

    private func request(_ method: HTTPRequest.Method, _ path: String, _ body: JSON) -> HTTPRequest {
        HTTPRequest(
            method: method, origin: HTTPOrigin(scheme: .https, host: "lambda.amazonaws.com", port: nil), path: path,
            query: [], headers: HTTPHeaders([]), body: .bytes(body.bytes),
            limits: HTTPLimits(
                connect: .seconds(1), idle: .seconds(1), total: .seconds(1), graceWhenCancelled: .zero,
                answerBytes: 1 << 20))
    }
}

extension ControlPlane.Alias {
    fileprivate func isWholly(at version: String) -> Bool { functionVersion == version && weights.isEmpty }
}
