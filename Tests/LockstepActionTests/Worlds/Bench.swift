import AWSCore
import ControlPlaneSimulator
import GitHubActions
import HTTP
import Packaging
import Synchronization

@testable import LockstepAction

extension VirtualClock: Clock {}

/// The whole program over the simulated control plane, in virtual time: only transport, clock, host and console are
/// other than in the real one.
struct Bench {
    var inputs: [String: String] = [
        "function-name": "demo", "zip-file": Fixture.zip, "alias": "live", "memory-size": "256",
        "environment": #"{"TOKEN":"s3cretvalue"}"#, "smoke-test-payload": #"{"ping":1}"#,
        "smoke-test-expect": #"{"statusCode":200}"#,
    ]
    var plane: ControlPlane = .withDemo()
    var variables: [String: String] = [:]
    var seed: UInt64 = 1
    /// What lies between the program and the world.
    var wire: @Sendable (any HTTPTransport) -> any HTTPTransport = { $0 }

    /// - Parameter prepare: faults, rivals and whatever else is to happen in this world.
    func run(_ prepare: (SimulatedWorld) -> Void = { _ in }) async -> Run {
        let clock = VirtualClock(secondsSince1970: plane.settings.epoch, seed: seed)
        let world = SimulatedWorld(plane, clock: clock, latency: .milliseconds(20))
        prepare(world)
        return await run(in: world, author: "client")
    }

    func run(in world: SimulatedWorld, author: String) async -> Run {
        let host = MemoryHost(environment: environment)
        let console = MemoryConsole()
        let program = Program(
            transport: wire(world.transport(author: author)), clock: world.clock, host: host, console: console)
        let began = world.clock.elapsed()
        let exitCode = await program.run(parsedInputs)
        return Run(
            exitCode: exitCode, log: console.lines, files: host.files, world: world, author: author,
            duration: world.clock.elapsed() - began)
    }

    /// Parsed once for all worlds with the same inputs: the parser takes longer than a whole deployment in virtual time.
    private var parsedInputs: Inputs {
        let environment = environment
        return Self.parsed.withLock { parsed in
            if let known = parsed[inputs] { return known }
            guard case .run(let read) = Invocation.parse(arguments: [], environment: environment) else {
                fatalError("these inputs do not parse")
            }
            parsed[inputs] = read
            return read
        }
    }

    private static let parsed = Mutex<[[String: String]: Inputs]>([:])

    private var environment: [String: String] {
        var environment = [
            "GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": "output", "GITHUB_STEP_SUMMARY": "summary",
            "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "the-secret-key", "AWS_REGION": "eu-west-1",
            "GITHUB_REF_NAME": "main", "GITHUB_SHA": "0123456789abcdef0123456789abcdef01234567",
        ]
        for name in Inputs.names { environment["INPUT_\(name.uppercased())"] = inputs[name] ?? "" }
        return environment.merging(variables) { _, new in new }
    }
}

/// What a run came to.
struct Run {
    let exitCode: Int32
    let log: [String]
    let files: [String: String]
    let world: SimulatedWorld
    let author: String
    let duration: Duration

    var plane: ControlPlane { world.plane }
    var history: History { plane.history }
    var writes: [Operation] { history.writes(by: author).compactMap(\.operation) }
    var demo: ControlPlane.Function? { plane.function("demo") }
    var aliasVersion: String? { demo?.aliases["live"]?.functionVersion }
    var summary: String { files["summary"] ?? "" }

    func output(_ name: OutputName) -> String? {
        let lines = (files["output"] ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let start = lines.firstIndex(where: { $0.hasPrefix("\(name.rawValue)<<") }) else { return nil }
        let delimiter = lines[start].dropFirst(name.rawValue.count + 2)
        return lines[(start + 1)...].prefix { $0 != delimiter }.joined(separator: "\n")
    }

    /// The messages of the errors, unescaped as far as these tests need.
    var errors: [String] {
        log.filter { $0.hasPrefix("::error") }.map { $0.replacing("%0A", with: "\n").replacing("%25", with: "%") }
    }

    var warnings: [String] { log.filter { $0.hasPrefix("::warning") } }
}

enum Fixture {
    /// A zip with one handler, made once for all tests.
    static let zip = makeZip("def handler(event, context): return event\n")

    static let oldCode: [UInt8] = [0x50, 0x4B, 3, 4, 1, 2, 3]

    /// `CodeSha256` of ``zip``.
    static let digest: String = SHA256Digest.of(read(zip)).base64
}

/// - Returns: the path of a zip with this one handler.
func makeZip(_ handler: String) -> String {
    let directory = makeTemporaryDirectory()
    write(handler, to: "\(directory)/app.py")
    let path = makeTemporaryDirectory() + "/package.zip"
    do {
        let package = try DeploymentPackage.zip(of: directory, limits: .lambda)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: package.count, alignment: 1)
        defer { buffer.deallocate() }
        _ = try package.read(at: 0, into: buffer)
        write(Array(buffer), to: path)
    } catch {
        fatalError("the fixture cannot be made: \(error)")
    }
    return path
}

extension ControlPlane {
    /// A function `demo` with version 1 and the alias `live` on it.
    static func withDemo(_ settings: Settings = .ordinary) -> ControlPlane {
        var plane = ControlPlane(settings: settings)
        plane.add("demo", code: Fixture.oldCode, configuration: [:], versions: 1, alias: "live")
        return plane
    }
}

final class MemoryHost: Host {
    let environment: [String: String]
    private let written = Mutex<[String: String]>([:])
    private let tokens = Mutex(0)

    init(environment: [String: String]) {
        self.environment = environment
    }

    var files: [String: String] { written.withLock { $0 } }

    func append(_ text: String, toFileAt path: String) throws(HostFailure) {
        written.withLock { $0[path, default: ""] += text }
    }

    func randomToken() -> String {
        tokens.withLock { count in
            count += 1
            return "token\(count)"
        }
    }
}

final class MemoryConsole: Console {
    private let written = Mutex<[String]>([])

    var lines: [String] { written.withLock { $0 } }

    func write(_ line: String) {
        written.withLock { $0.append(line) }
    }
}
