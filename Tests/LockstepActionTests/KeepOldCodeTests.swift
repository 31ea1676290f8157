import AWSCore
import ControlPlaneSimulator
import Deployment
import Testing
import Worlds

@testable import LockstepAction

/// The code that stands is kept before it is overwritten where callers get `$LATEST` itself.
@Suite struct KeepOldCodeTests {
    private func bench(_ links: ControlPlane.CodeLinks, kind: Kind = .withoutAlias) async -> Bench {
        var bench = await kind.bench()
        bench.plane.settings.codeLinks = links
        return bench
    }

    private func kept(_ run: Run) -> OldCode? {
        run.entries.lazy.compactMap { entry -> OldCode? in
            if case .oldCode(.kept(let code, _)) = entry.fact { code } else { nil }
        }.first
    }

    private func zip(_ run: Run) throws -> [UInt8] {
        guard case .zip(let source)? = kept(run) else { return [] }
        var bytes = [UInt8](repeating: 0, count: source.count)
        _ = try bytes.withUnsafeMutableBytes { try source.read(at: 0, into: $0) }
        return bytes
    }

    private func count(_ operation: ControlPlaneSimulator.Operation, _ run: Run) -> Int {
        run.world.sent.count { $0.operation == operation }
    }

    private func told(_ run: Run) -> String? {
        run.warnings.first { $0.contains("The code that stands now could not be kept") }
    }

    @Test func oneCallKeepsItBeforeTheFirstWrite() async throws {
        var bench = await bench(.good)
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.warnings.isEmpty, "\(run.log)")
        #expect(try zip(run) == Fixture.oldCode)
        #expect(run.log.contains("Kept the code that stands now (7 bytes), in case it has to be put back"))
        let operations = run.world.sent.compactMap(\.operation)
        #expect(
            try #require(operations.firstIndex(of: .downloadCode))
                < #require(operations.firstIndex(of: .updateFunctionCode)))
        bench.inputs["on-failure"] = "keep"
        let careless = await bench.run()
        #expect(careless.exitCode == 0 && careless.world.sent.count == run.world.sent.count - 1)
    }

    @Test(arguments: [Kind.existing, .missing, .unchanged, .rollback, .bare, .image])
    func itIsFetchedOnlyWhereItMayHaveToGoBack(kind: Kind) async {
        var bench = await bench(.good, kind: kind)
        #expect(await count(.downloadCode, bench.run()) == (kind == .bare ? 1 : 0))
        bench.inputs["mode"] = kind == .rollback ? "rollback" : "plan"
        #expect(await count(.downloadCode, bench.run()) == 0)
    }

    @Test(arguments: Fault.allCases)
    func whatFailsInPassingIsTriedAgain(fault: Fault) async throws {
        let run = await bench(.good).run { $0.inject(fault, on: .operation(.downloadCode, occurrence: 1)) }
        #expect(run.exitCode == 0, "\(run.log)")
        if fault != .slow { #expect(try zip(run) == Fixture.oldCode, "\(run.log)") }
    }

    @Test func anotherLinkIsAskedForOnce() async throws {
        let run = await bench(.firstExpired).run()
        #expect(try run.exitCode == 0 && zip(run) == Fixture.oldCode, "\(run.log)")
        #expect(count(.downloadCode, run) == 2)
        let usual = await bench(.good).run()
        #expect(count(.getFunction, run) == count(.getFunction, usual) + 1)
    }

    @Test(arguments: [
        (ControlPlane.CodeLinks.allExpired, "the code's download was refused with 403 AccessDenied", 2),
        (.spoilt, "its SHA-256 is not the function's CodeSha256 (7 bytes)", 3),
        (.none, "the answer has no link to the code", 0),
    ])
    func whatCannotBeKeptIsSaidAndUnderRestoreAnError(
        _ links: ControlPlane.CodeLinks, _ reason: String, tries: Int
    ) async {
        var bench = await bench(links)
        let run = await bench.run()
        #expect(run.exitCode == 0 && kept(run) == nil && count(.downloadCode, run) == tries, "\(run.log)")
        #expect(told(run)?.contains(reason) == true, "\(run.warnings)")
        #expect(told(run)?.contains("If this deployment fails, $LATEST cannot be put back.") == true)
        bench.inputs["on-failure"] = "restore"
        let strict = await bench.run()
        #expect(strict.exitCode == 1 && strict.writes.isEmpty, "\(strict.log)")
        #expect(strict.errors.first?.contains(reason) == true, "\(strict.errors)")
        #expect(strict.errors.first?.contains("and configuration as before this run") == true, "\(strict.errors)")
    }

    @Test func withoutGetFunctionNothingServes() async {
        var bench = await bench(.good)
        bench.meet(.withoutGetFunction)
        let run = await bench.run()
        #expect(run.exitCode == 0 && told(run)?.contains("without lambda:GetFunction") == true, "\(run.log)")
    }

    @Test func anAliassVersionServesIfItHoldsTheSame() async throws {
        var bench = await bench(.good, kind: .existing)
        bench.inputs["on-failure"] = "restore"
        let run = await bench.run()
        guard case .version(let number)? = kept(run) else {
            Issue.record("\(run.log)")
            return
        }
        #expect(number.description == "1" && count(.downloadCode, run) == 0 && run.exitCode == 0)
        let rivals = await bench.run { $0.rival(.code, function: "demo", alias: "live", at: .time(.zero)) }
        #expect(try zip(rivals).isEmpty == false, "\(rivals.log)")
    }

    @Test func anImageIsKnownByItsDigest() async {
        var bench = await bench(.good, kind: .image)
        bench.inputs["alias"] = nil
        let run = await bench.run()
        guard case .image(let uri)? = kept(run) else {
            Issue.record("\(run.log)")
            return
        }
        #expect(uri.contains("/demo@sha256:") && run.exitCode == 0, "\(uri)")
    }

    @Test(arguments: [true, false])
    func theObjectThatItIsReadFromServes(isVersioned: Bool) async throws {
        var bench = await bench(.good)
        bench.plane.addBucket("old") { $0.isVersioned = isVersioned }
        let version = bench.plane.putObject("old", "old.zip", Fixture.oldCode)
        bench.plane.setStorage(
            of: "demo", kmsKeyArn: nil,
            reference: .init(bucket: "old", key: "old.zip", version: isVersioned ? version : nil))
        let run = await bench.run()
        guard case .object(let address, let pinned)? = kept(run) else {
            Issue.record("\(run.log)")
            return
        }
        #expect(address.key == "old.zip" && pinned == (isVersioned ? version : nil))
        #expect(count(.downloadCode, run) == 0 && count(.headObject, run) == (isVersioned ? 0 : 1))
        bench.plane.putObject("old", "old.zip", Fixture.largeCode)
        if !isVersioned { #expect(try await zip(bench.run()) == Fixture.oldCode) }
    }

    /// The look for another link is one like any other: what it shows is what is written over.
    @Test(arguments: [RivalMove.configuration, .code, .tags, .codeAndBack])
    func aRivalSeenByTheWayIsNotOverwritten(move: RivalMove) async throws {
        let run = await bench(.firstExpired).run {
            $0.rival(
                move, function: "demo", alias: "live", at: .after(.operation(.downloadCode, occurrence: 1)))
        }
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.history.blindWrites(by: "client").isEmpty)
    }

    @Test func theUploadGoesOnBesideIt() async throws {
        var bench = await bench(.good, kind: .uploaded)
        bench.inputs["alias"] = nil
        let run = await bench.run { $0.inject(.throttledRetryAfter, on: .operation(.downloadCode, occurrence: 1)) }
        #expect(try run.exitCode == 0 && zip(run) == Fixture.oldCode, "\(run.log)")
        let operations = run.world.sent.compactMap(\.operation)
        #expect(
            try #require(operations.firstIndex(of: .putObject)) < #require(operations.lastIndex(of: .downloadCode)))
    }

    @Test func theLinkIsNowhereToBeRead() async {
        for links in ControlPlane.CodeLinks.allCases {
            var bench = await bench(links)
            bench.meet(.debugged)
            bench.meet(.testFails)
            let run = await bench.run()
            let all = run.log + run.files.values
            #expect(all.contains { $0.contains("GetFunction: 200") })
            #expect(!all.contains { $0.contains("X-Amz-Signature") || $0.contains("/snapshots/") })
        }
    }
}
