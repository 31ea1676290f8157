import ControlPlaneSimulator
import HTTP

/// What a test asks of the simulator itself, beside AWS's own calls.
struct Administration {
    static let prefix = "/_simulator/"

    let desk: Desk
    let defaultAlias: String

    func answer(_ request: HTTPRequest) -> HTTPResponse {
        let path = request.path.dropFirst(Self.prefix.count).split(separator: "/").map(String.init)
        switch (request.method, path.first, path.count) {
        case (.get, "history", 1):
            return reply(200, desk.withSimulation { simulation, _ in simulation.plane.history.json })
        case (.get, "function", 2):
            let function = desk.withSimulation { simulation, _ in simulation.plane.function(path[1])?.json }
            return reply(function == nil ? 404 : 200, function ?? .null)
        case (.post, "rival", 1): return move(request)
        case (.put, "invoke", 2): return behave(path[1], request)
        case (.put, "alarm", 2): return turn(path[1], request)
        case (.get, "bucket", 2):
            let bucket = desk.withSimulation { simulation, _ in simulation.plane.buckets[path[1]]?.json }
            return reply(bucket == nil ? 404 : 200, bucket ?? .null)
        case (.put, "bucket", 2): return make(path[1], request)
        default: return reply(404, ["error": "no such route"])
        }
    }

    private func move(_ request: HTTPRequest) -> HTTPResponse {
        func value(_ name: String) -> String? { request.query.first { $0.name == name }?.value }
        guard let move = value("move").flatMap({ RivalMove(named: $0[...]) }) else {
            return reply(400, ["error": "no such move"])
        }
        return desk.withSimulation { simulation, now in
            guard let function = value("function") ?? simulation.plane.functions.keys.sorted().first else {
                return reply(404, ["error": "no such function"])
            }
            simulation.start(move, function: function, alias: value("alias") ?? defaultAlias, at: now)
            return reply(200, [:])
        }
    }

    private func behave(_ function: String, _ request: HTTPRequest) -> HTTPResponse {
        guard case .bytes(let body)? = request.body.parts.first, let wanted = parse(body) else {
            return reply(400, ["error": "no JSON"])
        }
        var behaviour = ControlPlane.Behaviour(
            payload: wanted["payload"]?.bytes, functionError: wanted["functionError"]?.string,
            log: wanted["log"]?.string ?? "")
        behaviour.exceptions = (wanted["exceptions"]?.array ?? []).map { exception in
            .init(
                event: exception["event"], isOfVersions: exception["isOfVersions"] == true,
                errorType: exception["errorType"]?.string ?? "", errorMessage: exception["errorMessage"]?.string ?? "")
        }
        desk.withSimulation { simulation, _ in simulation.change { $0.setBehaviour(of: function, to: behaviour) } }
        return reply(200, [:])
    }

    /// An alarm's new state; none deletes it.
    private func turn(_ alarm: String, _ request: HTTPRequest) -> HTTPResponse {
        let state = request.query.first { $0.name == "state" }?.value
        desk.withSimulation { simulation, now in simulation.change { $0.setAlarm(alarm, to: state, at: now) } }
        return reply(200, [:])
    }

    /// A bucket without objects; in the place of another one if there is any.
    private func make(_ bucket: String, _ request: HTTPRequest) -> HTTPResponse {
        func value(_ name: String) -> String? { request.query.first { $0.name == name }?.value }
        desk.withSimulation { simulation, _ in
            simulation.change { plane in
                plane.addBucket(bucket) { made in
                    made.region = value("region") ?? made.region
                    made.owner = value("owner") ?? made.owner
                    made.isVersioned = value("versioning") != "Suspended"
                    made.encryption = value("kms-key").map { .kms(key: $0) } ?? made.encryption
                }
            }
        }
        return reply(200, [:])
    }

    private func parse(_ body: [UInt8]) -> JSON? {
        do { return try JSON(parsing: body) } catch { return nil }
    }

    private func reply(_ status: Int, _ body: JSON) -> HTTPResponse {
        HTTPResponse(
            status: status, headers: HTTPHeaders([.init(name: "Content-Type", value: "application/json")]),
            body: body.bytes)
    }
}
