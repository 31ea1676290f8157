import AWSCore
import AWSServices
import ControlPlaneSimulator
import HTTP
import Inputs
import LockstepAction
import Synchronization

extension VirtualClock: Clock {}

/// The whole program over the simulated control plane, in virtual time: only transport, clock, host and console are
/// other than in the real one.
package struct Bench: Sendable {
    package var inputs: [String: String] = [
        "function-name": "demo", "zip-file": Fixture.zip, "alias": "live", "memory-size": "256",
        "environment": #"{"TOKEN":"s3cretvalue"}"#, "smoke-test-payload": #"{"ping":1}"#,
        "smoke-test-expect": #"{"statusCode":200}"#,
    ]
    package var plane: ControlPlane = .withDemo(.ordinary)
    package var variables: [String: String] = [:]
    package var seed: UInt64 = 1
    /// What has gone by of the run's time before it asks AWS anything: a package may take long to make.
    package var spent = Duration.zero
    /// How a package is cut for S3.
    package var cut = S3Cut.ordinary
    /// What lies between the program and the world.
    package var wire: @Sendable (any HTTPTransport) -> any HTTPTransport = { $0 }

    package init() {}

    package func run() async -> Run {
        await run { _ in }
    }

    /// - Parameter prepare: faults, rivals and whatever else is to happen in this world.
    package func run(_ prepare: (SimulatedWorld) -> Void) async -> Run {
        let world = world()
        prepare(world)
        return await run(in: world, author: "client")
    }

    package func world() -> SimulatedWorld {
        let clock = VirtualClock(secondsSince1970: plane.settings.epoch, seed: seed)
        return SimulatedWorld(plane, clock: clock, latency: .milliseconds(20))
    }

    package func run(in world: SimulatedWorld, author: String) async -> Run {
        let environment = environment
        let host = MemoryHost(environment: environment)
        let console = MemoryConsole()
        let clock: any Clock = spent == .zero ? world.clock : LateClock(world.clock, by: spent)
        let program = Program(
            transport: wire(world.transport(author: author)), clock: clock, host: host, console: console, cut: cut)
        let began = world.clock.elapsed()
        let outcome = await program.run(parsed(environment), .none)
        return Run(
            outcome: outcome, log: console.lines, files: host.files, world: world, author: author, began: began,
            spent: spent)
    }

    /// - Parameter time: when the run is cancelled; `nil`: it is not.
    package func run(in world: SimulatedWorld, author: String, cancelledAt time: Duration?) async -> Run {
        let running = Mutex<Task<Run, Never>?>(nil)
        if let time { world.clock.onTime(time) { running.withLock { $0?.cancel() } } }
        // The time may come before this thread goes on: whoever is to cancel the task waits until it is to be found.
        return await running.withLock { running in
            let task = Task { await run(in: world, author: author) }
            running = task
            return task
        }.value
    }

    private var environment: [String: String] {
        var environment = Self.runner
        for (name, value) in inputs { environment["INPUT_\(name.uppercased())"] = value }
        return environment.merging(variables) { _, new in new }
    }

    /// What the runner sets: all inputs, those that are not given as empty texts.
    private static let runner: [String: String] = {
        var environment = [
            "GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": "output", "GITHUB_STEP_SUMMARY": "summary",
            "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "the-secret-key", "AWS_REGION": "eu-west-1",
            "GITHUB_REF_NAME": "main", "GITHUB_SHA": "0123456789abcdef0123456789abcdef01234567",
        ]
        for name in ActionInputs.names { environment["INPUT_\(name.uppercased())"] = "" }
        return environment
    }()

    /// Parsed once for all worlds with the same inputs: the parser takes longer than a whole deployment in virtual time.
    private func parsed(_ environment: [String: String]) -> ActionInputs {
        if let known = Self.known.withLock({ $0[inputs] }) { return known }
        guard case .run(let read, _) = Invocation.parse(arguments: [], environment: environment) else {
            fatalError("these inputs do not parse")
        }
        Self.known.withLock { $0[inputs] = read }
        return read
    }

    private static let known = Mutex<[[String: String]: ActionInputs]>([:])
}
