import HTTP
import Testing

@testable import CurlTransport

@Suite struct WatchTests {
    private let start = ContinuousClock.now
    private let limits = HTTPLimits(
        connect: .seconds(5), idle: .seconds(10), total: .seconds(60), graceWhenCancelled: .seconds(3), answerBytes: 1)

    /// All in seconds after the start.
    private func stop(at now: Int, lastByte: Int?, cancelled: Int?) -> Stop? {
        Watch(
            limits: limits, accepted: start, lastByte: lastByte.map { start + .seconds($0) },
            cancelled: cancelled.map { start + .seconds($0) }
        ).stop(at: start + .seconds(now))
    }

    @Test func beforeTheFirstByteOnlyTheTotalCounts() {
        #expect(stop(at: 59, lastByte: nil, cancelled: nil) == nil)
        #expect(stop(at: 60, lastByte: nil, cancelled: nil) == .because("no complete answer within 60 seconds"))
    }

    @Test func silenceCountsFromTheLastByte() {
        #expect(stop(at: 29, lastByte: 20, cancelled: nil) == nil)
        #expect(stop(at: 30, lastByte: 20, cancelled: nil) == .because("no byte sent or received for 10 seconds"))
    }

    @Test func theEarliestEndIsTheReason() {
        #expect(stop(at: 70, lastByte: 55, cancelled: nil) == .because("no complete answer within 60 seconds"))
        #expect(stop(at: 70, lastByte: 55, cancelled: 56) == .cancelled)
    }

    @Test func aCancelledRequestHasItsGraceOnlyOnceItIsSent() {
        #expect(stop(at: 22, lastByte: 20, cancelled: 20) == nil)
        #expect(stop(at: 23, lastByte: 22, cancelled: 20) == .cancelled)
        #expect(stop(at: 20, lastByte: nil, cancelled: 20) == .cancelled)
    }

    @Test(arguments: [
        (9.999943193, "10 seconds"), (0.15, "0.2 seconds"), (1, "1 seconds"), (0.001, "0.1 seconds"),
        (2.34, "2.3 seconds"),
    ])
    func ofATimeNoMoreIsToldThanATenth(seconds: Double, expected: String) {
        #expect(Duration.seconds(seconds).shown == expected)
    }

    @Test(arguments: [
        (Duration.zero, 0), (.nanoseconds(1), 1), (.milliseconds(1), 1), (.microseconds(1001), 2), (.seconds(3), 3000),
        (.seconds(-3), -3000),
    ])
    func aWaitIsRoundedUpSoThatItNeverEndsTooEarly(duration: Duration, milliseconds: Int) {
        #expect(duration.milliseconds == milliseconds)
    }
}
