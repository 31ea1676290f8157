import ArgumentParser
import ControlPlaneSimulator
import FlyingFox
import Glibc

/// The simulator on a port: for the demo, for tests of the program itself, and for rehearsing a deployment.
@main
struct LockstepSimulator: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lockstep-simulator",
        abstract: "A model of AWS Lambda's control plane on loopback.",
        discussion: """
            Point a client at it with endpoint-url (or AWS_ENDPOINT_URL); any credentials will do, and the access key \
            is the client's name in the history. Objects for S3 sources are stored with PUT /bucket/key in a bucket that \
            is there.

            A rival is WHEN:MOVE or MOVE@SECONDS. WHEN is before- or after-, and the first request of one kind that \
            comes: create, code, configuration, publish, alias, tags, invoke, get, upload, part, complete. MOVE is \
            code, configuration, environment, code-and-back, tags, alias (or alias-moved), alias-created, alias-deleted, weights-cleared, \
            publish, create-first, deployment, alias-put-back, weighted-back. While an update is in progress the rival waits; \
            then he writes at once. Examples: after-code:configuration, before-publish:code, deployment@3.5

            A fault is KIND@N or KIND@WHAT: it meets the N-th request, or the first of a kind named as above. KIND is \
            not-sent, request-lost, answer-lost, connection-closed, throttled, throttled-retry-after, failed, \
            failed-but-done, unavailable, cut-off, garbage, slow, stale-revision, stale-seconds.

            For tests: GET /_simulator/history, GET /_simulator/function/NAME, \
            PUT /_simulator/alarm/NAME?state=ALARM, GET /_simulator/bucket/NAME, \
            PUT /_simulator/bucket/NAME?region=REGION&owner=ACCOUNT&versioning=Suspended&kms-key=ARN (each may be left \
            out), \
            POST /_simulator/rival?move=MOVE&function=NAME&alias=NAME, PUT /_simulator/invoke/NAME with \
            {"payload": any JSON, "functionError": "Unhandled", "log": "text", "exceptions": [{"event": any JSON, \
            "isOfVersions": true, "errorType": "text", "errorMessage": "text"}]}.
            """)

    @Option(help: "The port on 127.0.0.1; 0 takes a free one.")
    var port: UInt16 = 0
    @Option(help: "How long an update of code or configuration takes.")
    var updateSeconds = 2.0
    @Option(help: "How long a new function is Pending.")
    var createSeconds = 2.0
    @Option(help: "How long a version with SnapStart is Pending.")
    var snapstartSeconds = 60.0
    @Option(help: "How long a new role cannot be assumed.")
    var roleSeconds = 0.0
    @Option(name: .customLong("function"), help: "A function that is there, with version 1 (repeatable).")
    var functions: [String] = []
    @Option(help: "The alias of those functions, at version 1; a rival moves it.")
    var alias = "live"
    @Option(help: "So long an update is in progress in the beginning.")
    var busySeconds = 0.0
    @Option(name: .customLong("rival"), help: "A rival's move: WHEN:MOVE or MOVE@SECONDS (repeatable).")
    var rivals: [RivalOption] = []
    @Option(help: "The function that a rival works on; the first --function if not given.")
    var rivalFunction: String?
    @Option(name: .customLong("bucket"), help: "A bucket of S3's that is there, with versions (repeatable).")
    var buckets: [String] = []
    @Option(name: .customLong("alarm"), help: "An alarm of CloudWatch's that is OK (repeatable).")
    var alarms: [String] = []
    @Option(name: .customLong("deployment-group"), help: "CodeDeploy's, as APPLICATION/GROUP (repeatable).")
    var deploymentGroups: [String] = []
    @Option(name: .customLong("fault"), help: "A fault: KIND@N or KIND@WHAT (repeatable).")
    var faults: [FaultOption] = []
    @Option(help: "How long a slow answer takes.")
    var slowSeconds = 60.0
    @Flag(help: "Print each request and its answer on stderr.")
    var log = false

    func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        let desk = Desk(simulation(), log: log)
        let handler = Handler(desk: desk, defaultAlias: alias, slow: .seconds(slowSeconds))
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: port), timeout: slowSeconds + 60,
            pool: PromptSockets(pool: HTTPServer.defaultPool()), logger: .disabled, handler: handler)
        let running = Task { try await server.run() }
        try await server.waitUntilListening(timeout: 5)
        if case .ip4(let host, let port) = await server.listeningAddress {
            print("listening on http://\(host):\(port)")
            fflush(nil)
        }
        try await running.value
    }

    private func simulation() -> Simulation {
        var simulation = Simulation(plane())
        let function = rivalFunction ?? functions.first
        for rival in rivals { simulation.rival(rival.move, function: function, alias: alias, at: rival.moment) }
        for fault in faults { simulation.inject(fault.fault, on: fault.match) }
        return simulation
    }

    private func plane() -> ControlPlane {
        var settings = ControlPlane.Settings.ordinary
        settings.epoch = Double(time(nil))
        settings.creation = .succeeds(after: .seconds(createSeconds))
        settings.codeUpdate = .succeeds(after: .seconds(updateSeconds))
        settings.configurationUpdate = .succeeds(after: .seconds(updateSeconds))
        settings.snapStart = .succeeds(after: .seconds(snapstartSeconds))
        settings.roleAssumableFrom = .seconds(roleSeconds)
        var plane = ControlPlane(settings: settings)
        for group in deploymentGroups {
            let names = group.split(separator: "/", maxSplits: 1).map(String.init)
            if names.count == 2 { plane.addDeploymentGroup(names[1], of: names[0]) }
        }
        for bucket in buckets { plane.addBucket(bucket) { _ in } }
        for alarm in alarms { plane.addAlarm(alarm, isComposite: false) }
        for function in functions {
            plane.add(function, code: Array("PK\u{5}\u{6}before".utf8), configuration: [:], versions: 1, alias: alias)
            if busySeconds > 0 {
                plane.makeBusy(function, at: .zero, course: .succeeds(after: .seconds(busySeconds)))
            }
        }
        return plane
    }
}
