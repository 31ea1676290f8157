import ControlPlaneSimulator
import Testing
import Worlds

@testable import LockstepAction

/// An unanswered write, and then something else.
@Suite struct LostAnswerTests {
    private func writes(_ run: Run) -> [SentRequest] { run.world.sent.filter { $0.operation?.isWrite == true } }

    @Test func aLostAnswerAndASecondFaultAreGotOverWithoutAConflict() async {
        let bench = Bench()
        let writes = writes(await bench.run())
        #expect(writes.count == 4)
        for write in writes {
            for first in [Fault.answerLost, .requestLost] {
                for second in [Fault.staleRevision, .staleSeconds, .answerLost, .requestLost] {
                    for distance in 1...3 {
                        let run = await bench.run {
                            $0.inject(first, on: .number(write.number))
                            $0.inject(second, on: .number(write.number + distance))
                        }
                        let what = "\(first) at \(write.number), \(second) \(distance) later"
                        let violations = run.violations(of: bench)
                        #expect(violations.isEmpty, "\(what): \(violations)")
                        #expect(run.exitCode == 0, "\(what)\n\(run.log)")
                        #expect(run.output(.conflicts) == "0", "\(what)\n\(run.log)")
                        #expect(run.history.published("demo").count == 2, "\(what)")
                    }
                }
            }
        }
    }

    /// Where the digest of a package is not known, code that stands there proves nothing.
    @Test(arguments: ["retry", "fail"], [true, false])
    func aRivalsCodeIsNeverTakenForOursWhoseAnswerWasLost(onConflict: String, isDigestKnown: Bool) async {
        var bench = Bench()
        bench.inputs["zip-file"] = nil
        bench.inputs["s3-bucket"] = "bucket"
        bench.inputs["s3-key"] = "key.zip"
        bench.inputs["on-conflict"] = onConflict
        bench.plane.putObject("bucket", "key.zip", read(Fixture.zip))
        if !isDigestKnown { bench.plane.settings.denied = [.getObject, .headObject] }
        for move in [RivalMove.code, .codeAndBack, .tags] {
            for fault in [Fault.requestLost, .answerLost] {
                let run = await bench.run {
                    $0.inject(fault, on: .operation(.updateFunctionCode, occurrence: 1))
                    $0.rival(
                        move, function: "demo", alias: "live",
                        at: .after(.operation(.updateFunctionCode, occurrence: 1)))
                }
                let what = "\(fault), then a rival's \(move)"
                let violations = run.violations(of: bench)
                #expect(violations.isEmpty, "\(what): \(violations)\n\(run.log)")
                if onConflict == "retry" || (isDigestKnown && move == .tags) {
                    #expect(run.exitCode == 0, "\(what)\n\(run.log)")
                } else if run.exitCode != 0 {
                    let said = run.errors.first ?? ""
                    #expect(
                        said.contains("is not known") || said.contains(": CodeSha256: "), "\(what): \(said)")
                }
            }
        }
    }

    @Test func aVersionThatIsStillPreparedIsFoundAlthoughTheAnswerIsLost() async {
        let run = await Kind.snapStart.bench().run {
            $0.inject(.answerLost, on: .operation(.publishVersion, occurrence: 1))
        }
        #expect(run.exitCode == 0)
        #expect(run.writes.filter { $0 == .publishVersion }.count == 1)
    }

    @Test func aStaleAliasIsNoSecondConflict() async {
        let run = await Bench().run {
            $0.rival(.aliasMoved, function: "demo", alias: "live", at: .before(.operation(.updateAlias, occurrence: 1)))
            $0.inject(.staleRevision, on: .where { $0.operation == .getAlias && (2...5).contains($0.occurrence) })
        }
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.output(.conflicts) == "1")
    }

    @Test func aRivalsAliasIsNamedAsItStands() async {
        var bench = Bench()
        bench.inputs["on-conflict"] = "fail"
        let run = await bench.run {
            $0.rival(.aliasMoved, function: "demo", alias: "live", at: .before(.operation(.updateAlias, occurrence: 1)))
        }
        #expect(run.exitCode == 3)
        #expect(run.errors.first?.contains("Alias live points to version \(run.aliasVersion ?? "").") == true)
    }

    @Test func anOutageDuringAWaitIsWaitedThrough() async {
        var bench = Bench()
        bench.plane.settings.codeUpdate = .succeeds(after: .seconds(30))
        let run = await bench.run { $0.inject(.notSent, on: .where { .seconds(3) < $0.at && $0.at < .seconds(60) }) }
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.output(.conflicts) == "0")
    }

    @Test func whoGoesBackByHandAfterAMoveThatWasLostIsNotMovedOver() async {
        let run = await Kind.existing.bench().run {
            $0.inject(.answerLost, on: .operation(.updateAlias, occurrence: 1))
            $0.rival(
                .aliasPutBack, function: "demo", alias: "live", at: .before(.operation(.getAlias, occurrence: 2)))
        }
        #expect(run.exitCode == 3)
        #expect(run.aliasVersion == "1")
        #expect(run.errors.first?.contains("title=demo%3A someone else moved the alias") == true, "\(run.errors)")
    }
}
