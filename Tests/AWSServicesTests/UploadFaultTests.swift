import AWSCore
import AWSServices
import ControlPlaneSimulator
import Testing

private let sources = [S3Bench.package, S3Bench.smallPackage]

/// Every fault at every call of an upload, and a cancellation at every moment of one.
@Suite struct UploadFaultTests {
    @Test(arguments: sources, [false, true])
    func anyFaultAtAnyCallIsOvercome(_ source: Bytes, _ onlyIfAbsent: Bool) async throws {
        for call in 1...(try await calls(source)) {
            for fault in Fault.allCases {
                let bench = try S3Bench(onlyIfAbsent: onlyIfAbsent)
                bench.world.inject(fault, on: .number(call))
                let failure = await bench.failure(source)
                #expect(failure == nil, "\(fault) at \(call): \(bench.operations)")
                expectOnce(source, in: bench, "\(fault) at \(call): \(bench.operations)")
                #expect(bench.world.clock.elapsed() < .seconds(130), "\(fault) at \(call)")
            }
        }
    }

    @Test func anyTwoFaultsAreOvercome() async throws {
        let faults: [Fault] = [.notSent, .answerLost, .throttled, .failed, .failedButDone, .cutOff]
        for (first, second) in [(1, 2), (2, 6), (5, 5), (7, 8), (8, 9), (8, 10), (9, 10)] {
            for one in faults {
                for other in faults {
                    let bench = try S3Bench(onlyIfAbsent: true)
                    bench.world.inject(one, on: .number(first))
                    bench.world.inject(other, on: .number(second))
                    let failure = await bench.failure(S3Bench.package)
                    let what = "\(one) at \(first), \(other) at \(second): \(bench.operations)"
                    #expect(failure == nil, "\(what)")
                    expectOnce(S3Bench.package, in: bench, what)
                }
            }
        }
    }

    /// From some call on nothing works any more: the end is a failure in time, after a bounded number of calls.
    @Test(arguments: sources, Fault.allCases.filter { $0 != .staleRevision && $0 != .staleSeconds })
    func aFaultThatStaysIsAFailureInTime(_ source: Bytes, _ fault: Fault) async throws {
        for call in 1...(try await calls(source)) {
            let bench = try S3Bench(onlyIfAbsent: false)
            bench.world.inject(fault, on: .where { $0.number >= call })
            let failure = await bench.failure(source, within: .seconds(300))
            let what = "\(fault) from \(call) on: \(String(describing: failure)), \(bench.world.sent.count) calls"
            #expect(bench.world.clock.elapsed() <= .seconds(303), "\(what)")
            #expect(bench.world.sent.count < 300, "\(what)")
            if failure == nil { expectOnce(source, in: bench, what) }
        }
    }

    /// Five seconds after the cancellation all is over; what is left is nothing, or the whole object.
    @Test(arguments: sources, [false, true])
    func aCancelledUploadLeavesNothingHalf(_ source: Bytes, _ leavesAPart: Bool) async throws {
        for moment in stride(from: 0, through: 90, by: 5) {
            let bench = try S3Bench(onlyIfAbsent: false) { $0.settings.abortsLeaveAPart = leavesAPart }
            let failure = await cancelled(bench, source, at: .milliseconds(moment))
            let what = "cancelled at \(moment) ms: \(bench.operations)"
            #expect(bench.world.clock.elapsed() <= .milliseconds(moment) + .seconds(5), "\(what)")
            #expect(bench.bucket?.uploads.isEmpty == true, "\(what)")
            let isThere = bench.stored?.content.all == source.all
            #expect(failure != nil || isThere, "\(what)")
            #expect(bench.stored == nil || isThere, "\(what)")
        }
    }

    /// Also when something has gone wrong already, or is going wrong right then.
    @Test func aCancelledUploadThatIsInTroubleLeavesNothingHalf() async throws {
        for fault in [Fault.requestLost, .answerLost, .failed, .throttledRetryAfter, .slow] {
            for call in [1, 2, 5, 7, 8] {
                for moment in [15, 35, 55, 75, 500] {
                    let bench = try S3Bench(onlyIfAbsent: false)
                    bench.world.inject(fault, on: .number(call))
                    let failure = await cancelled(bench, S3Bench.package, at: .milliseconds(moment))
                    let what = "\(fault) at \(call), cancelled at \(moment) ms: \(bench.operations)"
                    if failure != nil {
                        #expect(bench.world.clock.elapsed() <= .milliseconds(moment) + .seconds(5), "\(what)")
                    }
                    #expect(bench.bucket?.uploads.values.allSatisfy(\.parts.isEmpty) == true, "\(what)")
                    #expect(bench.stored == nil || bench.stored?.content.all == S3Bench.package.all, "\(what)")
                }
            }
        }
    }

    @Test(arguments: [false, true])
    func anyFaultWhileItIsAbortedIsOvercome(_ leavesAPart: Bool) async throws {
        for fault in Fault.allCases {
            for match in [Operation.abortMultipartUpload, .listParts] {
                let bench = try S3Bench(onlyIfAbsent: false) { $0.settings.abortsLeaveAPart = leavesAPart }
                bench.world.inject(fault, on: .operation(match, occurrence: 1))
                let failure = await cancelled(bench, S3Bench.package, at: .milliseconds(50))
                let what = "\(fault) at \(match): \(bench.operations)"
                #expect(failure == .failed(.cancelled(operation: "UploadPart"), unfinished: nil), "\(what)")
                #expect(bench.bucket?.uploads.isEmpty == true, "\(what)")
                #expect(bench.world.clock.elapsed() <= .milliseconds(5_050), "\(what)")
            }
        }
    }

    @Test func theSameSeedIsTheSameUpload() async throws {
        var runs: Set<[String]> = []
        for _ in 0..<20 {
            let bench = try S3Bench(onlyIfAbsent: false)
            bench.world.inject(.throttled, on: .where { $0.number % 3 == 0 })
            _ = await bench.failure(S3Bench.package)
            runs.insert(bench.world.sent.map { "\($0.at) \($0.operation?.rawValue ?? "")" })
        }
        #expect(runs.count == 1)
    }

    private func calls(_ source: Bytes) async throws -> Int {
        let bench = try S3Bench(onlyIfAbsent: false)
        _ = await bench.failure(source)
        return bench.world.sent.count
    }

    /// The object is there, once, and nothing else; but for an upload without parts whose id nobody was told.
    private func expectOnce(_ source: Bytes, in bench: S3Bench, _ what: String) {
        #expect(bench.stored?.content.all == source.all, "\(what)")
        #expect(bench.bucket?.objects[S3Bench.address.key]?.count == 1, "\(what)")
        #expect(bench.bucket?.uploads.values.allSatisfy(\.parts.isEmpty) == true, "\(what)")
    }

    private func cancelled(_ bench: S3Bench, _ source: Bytes, at moment: Duration) async -> S3UploadFailure? {
        let ending = Ending()
        await bench.world.clock.together([
            {
                let task = Task { await bench.failure(source) }
                bench.world.clock.onTime(moment) { task.cancel() }
                ending.failure = await task.value
            }
        ])
        return ending.failure
    }
}
