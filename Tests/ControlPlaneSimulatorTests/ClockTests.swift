import Synchronization
import Testing

@testable import ControlPlaneSimulator

@Suite struct ClockTests {
    @Test func oneSleeperJustMovesTheTimeOn() async throws {
        let clock = VirtualClock(secondsSince1970: 1000, seed: 1)
        try await clock.sleep(for: .seconds(5))
        #expect(clock.elapsed() == .seconds(5))
        #expect(clock.secondsSince1970() == 1005)
    }

    @Test(arguments: 0..<20)
    func threeParticipantsTakeTurnsInTheOrderOfTime(run: Int) async {
        let clock = VirtualClock(secondsSince1970: 0, seed: 1)
        let log = Mutex<[String]>([])
        await clock.together(
            [3, 2, 5].enumerated().map { index, pace in
                {
                    for _ in 0..<3 {
                        do { try await clock.sleep(for: .seconds(pace)) } catch { return }
                        let now = clock.elapsed()
                        log.withLock { $0.append("\(index)@\(now)") }
                    }
                }
            })
        #expect(
            log.withLock { $0 } == [
                "1@2.0 seconds", "0@3.0 seconds", "1@4.0 seconds", "2@5.0 seconds", "0@6.0 seconds", "1@6.0 seconds",
                "0@9.0 seconds", "2@10.0 seconds", "2@15.0 seconds",
            ])
        try? await clock.sleep(for: .seconds(1))  // nobody cancels it
        #expect(clock.elapsed() == .seconds(16), "afterwards there is one participant again")
    }

    @Test func aCancelledSleepEndsAtOnce() async {
        let clock = VirtualClock(secondsSince1970: 0, seed: 1)
        let task = Task { try await clock.sleep(for: .seconds(100)) }
        clock.onTime(.seconds(7)) { task.cancel() }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(clock.elapsed() <= .seconds(7))
    }

    @Test func anAlarmCancelsInTheMiddleOfASleep() async {
        let clock = VirtualClock(secondsSince1970: 0, seed: 1)
        let holder = Mutex<Task<Void, any Error>?>(nil)
        clock.onTime(.seconds(7)) { holder.withLock { $0?.cancel() } }
        await clock.together([
            {
                let task = Task { try await clock.sleep(for: .seconds(100)) }
                holder.withLock { $0 = task }
                _ = await task.result
            }
        ])
        #expect(clock.elapsed() == .seconds(7))
    }

    @Test func theSameSeedGivesTheSameNumbers() {
        let one = VirtualClock(secondsSince1970: 0, seed: 42)
        let other = VirtualClock(secondsSince1970: 0, seed: 42)
        let numbers = (0..<100).map { _ in one.random() }
        #expect(numbers == (0..<100).map { _ in other.random() })
        #expect(numbers.allSatisfy { (0..<1).contains($0) })
        #expect(Set(numbers).count == 100)
    }
}

/// Works within a participant's own work.
@Suite struct SideBySideTests {
    /// Two participants, each of which does three things at once.
    @Test(arguments: 0..<20)
    func worksWithinWorksTakeTurnsInTheOrderOfTime(run: Int) async {
        let clock = VirtualClock(secondsSince1970: 0, seed: 1)
        let log = Mutex<[String]>([])
        let note: @Sendable (String) -> Void = { text in log.withLock { $0.append("\(text)@\(clock.elapsed())") } }
        await clock.together(
            ["a", "b"].map { name in
                {
                    await clock.wait(until: .seconds(name == "a" ? 1 : 2), graceWhenCancelled: nil)
                    await clock.sideBySide(
                        [3, 2, 5].map { pace in
                            {
                                await clock.wait(until: clock.elapsed() + .seconds(pace), graceWhenCancelled: nil)
                                note("\(name)\(pace)")
                                return true
                            }
                        })
                    note(name)
                    await clock.wait(until: clock.elapsed() + .seconds(1), graceWhenCancelled: nil)
                    note(name)
                }
            })
        #expect(
            log.withLock { $0 } == [
                "a2@3.0 seconds", "a3@4.0 seconds", "b2@4.0 seconds", "b3@5.0 seconds", "a5@6.0 seconds",
                "a@6.0 seconds", "b5@7.0 seconds", "b@7.0 seconds", "a@7.0 seconds", "b@8.0 seconds",
            ])
    }

    @Test(arguments: 0..<20)
    func oneThatIsInVainCancelsTheOthersAtThatMoment(run: Int) async {
        let clock = VirtualClock(secondsSince1970: 0, seed: 1)
        let ends = Mutex<[Duration]>([])
        await clock.sideBySide(
            [1, 10, 20].map { time in
                {
                    do { try await clock.sleep(for: .seconds(time)) } catch {}
                    ends.withLock { $0.append(clock.elapsed()) }
                    return time != 1
                }
            })
        #expect(ends.withLock { $0 } == [.seconds(1), .seconds(1), .seconds(1)])
        #expect(clock.elapsed() == .seconds(1))
    }
}
