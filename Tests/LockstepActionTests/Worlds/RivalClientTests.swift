import AWSCore
import ControlPlaneSimulator
import Synchronization
import Testing

@testable import LockstepAction

/// Several deployments of the same function at once.
@Suite struct RivalClientTests {
    private static let zips = [Fixture.zip, makeZip("def handler(event, context): return 2\n")]

    private func benches(_ count: Int) -> [Bench] {
        (0..<count).map { index in
            var bench = Bench()
            bench.inputs["zip-file"] = Self.zips[index % 2]
            bench.inputs["memory-size"] = "\(256 + 64 * index)"
            bench.inputs["environment"] = #"{"OF_\#(index)":"value"}"#
            return bench
        }
    }

    private func together(_ benches: [Bench], seed: UInt64) async -> [Run] {
        let clock = VirtualClock(secondsSince1970: 1_760_000_000, seed: seed)
        let world = SimulatedWorld(.withDemo(), clock: clock, latency: .milliseconds(20))
        let runs = Mutex<[Run]>([])
        await clock.together(
            benches.enumerated().map { index, bench in
                {
                    let run = await bench.run(in: world, author: "client\(index)")
                    runs.withLock { $0.append(run) }
                }
            })
        return runs.withLock { $0.sorted { $0.author < $1.author } }
    }

    @Test(arguments: [2, 3])
    func clientsAtOnceEndAsIfTheyHadRunOneAfterTheOther(count: Int) async {
        for seed in UInt64(1)...4 {
            let benches = benches(count)
            let runs = await together(benches, seed: seed)
            for (run, bench) in zip(runs, benches) {
                #expect(run.exitCode == 0, "seed \(seed)\n\(run.log)")
                #expect(run.history.blindWrites(by: run.author).isEmpty)
                #expect(run.duration < .seconds(60))
                #expect(run.world.sent.count { $0.author == run.author } < 100)
                for version in run.history.published("demo") where version.author == run.author {
                    #expect(
                        version.content?.code.sha256 == SHA256Digest.of(read(bench.inputs["zip-file"] ?? "")).base64)
                    #expect(
                        version.content?.members["MemorySize"]
                            == JSON.integer(Int(bench.inputs["memory-size"] ?? "") ?? 0))
                }
            }
            let demo = runs[0].demo
            #expect(runs[0].aliasVersion == demo?.versions.last?.name)
            #expect(demo?.versions.last?.code.sha256 == demo?.latest.code.sha256)
            #expect(
                demo?.latest.members["Environment"]?["Variables"]?.object?.count == count, "nobody's variable is lost")
        }
    }
}
