import AWSCore
import AWSServices
import Deployment
import Engine
import Synchronization
import Testing

@testable import Reporting

/// The picture of a run.
@Suite struct GanttTests {
    private final class HandSet: Clock {
        let now = Mutex(Duration.zero)

        func elapsed() -> Duration { now.withLock { $0 } }
        func secondsSince1970() -> Double { 0 }
        func sleep(for duration: Duration) async throws(CancellationError) {}
        func random() -> Double { 0 }
    }

    private func entries(_ facts: [(Double, Fact)]) -> [Journal.Entry] {
        let clock = HandSet()
        let journal = Journal(clock: clock) { _ in }
        for (seconds, fact) in facts {
            clock.now.withLock { $0 = .seconds(seconds) }
            journal.record(fact)
        }
        return journal.entries
    }

    private func source(_ facts: [(Double, Fact)], lasts: Duration) -> [String] {
        Gantt(of: entries(facts), lasts: lasts, from: 100)?.source.split(separator: "\n").map(String.init) ?? []
    }

    private let code: [(Double, Fact)] = [
        (0.5, .engine(.sending(.updateFunctionCode))), (4, .engine(.done(.updateFunctionCode))),
    ]

    @Test func aBarIsAsLongAsWhatItShows() {
        #expect(
            source(code, lasts: .seconds(5)) == [
                "gantt", "    dateFormat x", "    axisFormat %H:%M:%S", "    tickInterval 1second",
                "    section AWS",
                "    Code 3.5 s :100500, 104000",
            ])
    }

    @Test func aShortRunAndOneInWhichNothingTookTimeHaveNone() {
        #expect(source(code, lasts: .seconds(3)).isEmpty)
        #expect(source([], lasts: .seconds(60)).isEmpty)
    }

    @Test func whatWasNotEndedLastsToTheEnd() {
        #expect(source(Array(code.prefix(1)), lasts: .seconds(60)).last == "    Code 60 s :100500, 160000")
    }

    @Test func aRivalEndsWhatItMetAndIsSeenThoughItTookNoTime() {
        let rival = Rival(during: .updateFunctionCode, differences: [])
        let lines = source(
            [code[0], (2, .rivalFound(rival)), (2, .startingOver(attempt: 1, of: 5, quiet: .seconds(3)))],
            lasts: .seconds(10))
        #expect(
            lines.suffix(6) == [
                "    section AWS", "    Code 1.5 s :100500, 102000", "    section Someone else",
                "    A change :crit, 102000, 102100", "    section Lockstep", "    Waits :102000, 105000",
            ])
    }

    @Test func aVersionThatIsPreparedForLongIsSeen() {
        let waiting = Waiting.version("7")
        let lines = source(
            [
                (1, .engine(.sending(.publishVersion))), (2, .engine(.waitBegan(waiting))),
                (60, .engine(.waitEnded(waiting, Status(FunctionConfiguration(members: [:])), waited: .seconds(58)))),
            ], lasts: .seconds(61))
        #expect(lines.last == "    Start of the version 58 s :102000, 160000")
    }

    @Test func whatIsSentOnceMoreIsOneBar() {
        let lines = source([code[0], (2, .engine(.sending(.updateFunctionCode))), code[1]], lasts: .seconds(10))
        #expect(lines.filter { $0.contains("Code") }.count == 1)
    }

    @Test func thereAreNeverMoreThanCanBeSeenApart() {
        let tests = (0..<100).flatMap { number -> [(Double, Fact)] in
            [
                (Double(number), .engine(.sending(.tagResource))),
                (Double(number) + 0.5, .engine(.done(.tagResource))),
            ]
        }
        #expect(source(tests, lasts: .seconds(100)).filter { $0.contains("Tags") }.count == 40)
    }
}
