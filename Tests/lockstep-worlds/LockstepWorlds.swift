import ArgumentParser
import Glibc
import Worlds

/// Drives the whole program through simulated worlds and asks the oracles.
@main
struct LockstepWorlds: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lockstep-worlds",
        abstract: "Drive Lockstep through every world there is, and judge what it does.",
        subcommands: [ExhaustiveCommand.self, RandomCommand.self, SoakCommand.self, ReplayCommand.self])
}

struct ExhaustiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exhaustive", abstract: "All faults, pairs of faults and rivals, for each kind of deployment.")

    @Option(help: "Only this kind of deployment.")
    var kind: Kind?

    @Flag(help: "Faults, rivals and cancellations by themselves, and nothing together.")
    var alone = false

    @Option(
        help:
            "Of the worlds with two faults and a rival, play every n-th, and with one fault every other one; 1 plays them all."
    )
    var every = 1

    @Option(help: "Which of them, such as a number made from the commit.")
    var seed: UInt64 = 0

    @OptionGroup var failures: FailureOptions

    func run() async throws {
        let search = await failures.search()
        for kind in self.kind.map({ [$0] }) ?? Kind.allCases {
            let counts = await Exhaustive(kind, search).play(
                alone: alone, slices: RivalSlices(every: every, seed: seed))
            say("\(kind.rawValue): " + counts.map { "\($0.name) \($0.worlds)" }.joined(separator: ", "))
        }
        try search.report()
        if kind == nil { try search.requireStakes() }
    }
}

struct RandomCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "random", abstract: "Worlds by chance, some of them with several clients.")

    @Option var seed: UInt64 = 0
    @Option var count = 1000
    @OptionGroup var failures: FailureOptions

    func run() async throws {
        let search = await failures.search()
        await search.play(Swarm(seed: seed).worlds(from: 0, count: count))
        try search.report()
    }
}

struct FailureOptions: ParsableArguments {
    @Option(help: "Stop after so many failures.") var failures = 10
    @Option(help: "Only what breaks the promise of this number is a failure.") var promise: Promise?

    func search() async -> Search {
        Search(benches: await Benches(), promise: promise, failuresAtMost: failures)
    }
}

struct SoakCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "soak", abstract: "Worlds by chance for as long as there is time.")

    @Option var minutes: Double
    @Option(help: "By default another one each time.") var seed: UInt64?
    @Option(help: "Stop after so many failures.") var failures = 1

    func run() async throws {
        let seed = seed ?? UInt64.random(in: 0..<1_000_000_000)
        say("Seed \(seed)")
        let search = Search(benches: await Benches(), promise: nil, failuresAtMost: failures)
        let swarm = Swarm(seed: seed)
        let end = ContinuousClock.now + .seconds(minutes * 60)
        while ContinuousClock.now < end, !search.isOver {
            let told = search.failures.count
            await search.play(swarm.worlds(from: search.worlds, count: 2000))
            search.failures.dropFirst(told).forEach(tell)
            say("\(search.worlds) worlds")
        }
        try search.report()
    }
}

struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Play one world again, and show its log and what the control plane saw.")

    @Argument(help: "The world as it was printed.") var world: World

    func run() async throws {
        let benches = await Benches()
        let evidences = await world.play(benches)
        for line in evidences.flatMap(\.run.log) { print(line) }
        for request in evidences.first?.plane.history.requests ?? [] { print(request.line) }
        let judged = await world.judged(benches) { _ in true }
        print("\(judged.calls.count) calls")
        for violation in judged.violations { print(violation) }
        if !judged.violations.isEmpty { throw ExitCode.failure }
    }
}

extension Search {
    fileprivate func report() throws {
        failures.forEach(tell)
        for promise in Promise.allCases {
            print("promise \(promise.rawValue) (\(promise)) was at stake in \(stakes[promise] ?? 0) worlds")
        }
        print("\(worlds) worlds in \(seconds) s, \(failures.count) with a violation")
        if !failures.isEmpty { throw ExitCode.failure }
    }

    /// An oracle that has nothing to look at proves nothing.
    fileprivate func requireStakes() throws {
        for promise in Promise.allCases where stakes[promise] == nil {
            throw ValidationError("promise \(promise.rawValue) was at stake in no world")
        }
    }
}

extension Kind: ExpressibleByArgument {}

extension Promise: ExpressibleByArgument {}

extension World: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}

private func tell(_ failure: Judged) {
    print("\(failure.world)")
    for violation in failure.violations { print("    \(violation)") }
    say("    again: swift run lockstep-worlds replay '\(failure.world)'")
}

/// Prints at once, into a pipe as well.
private func say(_ line: String) {
    print(line)
    fflush(nil)
}
