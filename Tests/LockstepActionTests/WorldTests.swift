import Testing
import Worlds

/// A few of the worlds that `lockstep-worlds` plays by the thousand, so that the unit tests alone notice a broken promise.
@Suite struct WorldTests {
    private static let benches = Task { await Benches() }

    @Test(arguments: [
        "existing", "missing", "unchanged", "image", "snap-start", "tagged", "without-alias", "without-test", "bare",
        "existing request-lost@3 slow@5", "existing answer-lost@3 configuration<4",
        "existing answer-lost@6 deployment<7", "existing stale-revision@12 alias-deleted<10",
        "missing answer-lost@2 environment<4", "image answer-lost@4 code<5", "tagged stale-revision@10",
        "snap-start cancelled=1200", "existing test-fails", "existing attempt",
        "missing code-and-back<6 slow code-fails", "existing clients=3 seed=5",
        "uploaded", "uploaded-in-parts answer-lost@7", "uploaded clients=3 other-object-there seed=5",
    ])
    func noPromiseIsBroken(world: String) async throws {
        try await judge(world)
    }

    /// Each of these has shown a bug.
    @Test(arguments: [
        "half-shifted answer-lost@30 slow@17 alias-created<20 alias-deleted<17 no-retries seed=244280",
        "half-shifted request-lost@6 not-sent@25 slow@16 cut-off@1 cut-off@10 alarm<9 seed=57499",
        "half-shifted failed@11 alarm<31 outage=5796 cancelled=6350 seed=755845",
        "snap-start garbage@11 failed-but-done@1 alias-created<1 code-and-back<15 snap-start-fails seed=843300",
        "code-deploy slow@8 code-and-back<4 in-s3 in-s3-unread",
        "code-deploy stale-revision@16 stale-revision@20 stale-revision@3 alias-moved<14 seed=258934",
        "half-shifted answer-lost@4 tags<3 broken",
        "bare cut-off@2 stale-revision@4 slow@4 stale-revision@8 no-retries slow seed=240289",
        "canary slow@24 alias-moved<24 alias-moved<25 alarm<23 seed=415112",
        "unchanged slow@3 broken cancelled=1779",
        "pruning stale-revision@71 stale-seconds@73 clients=3 seed=904652",
    ])
    func whatWasBrokenOnceIsKept(world: String) async throws {
        try await judge(world)
    }

    private func judge(_ world: String) async throws {
        let world = try #require(World(world))
        let judged = await world.judged(await Self.benches.value) { _ in true }
        #expect(judged.violations.isEmpty, "\(judged.violations)")
    }

    @Test func aWorldIsReadAsItIsWritten() throws {
        for world in Swarm(seed: 1).worlds(from: 0, count: 500) {
            #expect(World(world.description) == world)
        }
        for line in ["", "nowhere", "existing nothing@1", "existing code<", "existing seed=x", "existing @3"] {
            #expect(World(line) == nil)
        }
    }

    @Test func theSameSeedIsTheSameWorld() async throws {
        let benches = await Self.benches.value
        for world in Swarm(seed: 2).worlds(from: 0, count: 20) {
            let runs = [await world.play(benches), await world.play(benches)]
            #expect(runs[0].map(\.run.log) == runs[1].map(\.run.log), "\(world)")
        }
    }
}

extension Run {
    /// What an ordinary deployment over this bench must not have done.
    func violations(of bench: Bench) -> [Violation] {
        Evidence(world: World(.existing), bench: bench, run: self, plane: plane).violations
    }
}
