import Synchronization

/// Time that passes only when everybody sleeps: it then jumps to the earliest sleeper, and wakes that one alone.
///
/// Runs with the same seed are the same run. One participant is the ordinary case: its sleep just moves the time on. Several
/// run under ``sideBySide(_:)``, which may be within each other. A participant must not sleep twice at once otherwise (a
/// child task with a timer of its own), for nobody could tell then that it is still busy. The shape is that of the
/// program's own clock protocol, so that a test only has to state the conformance.
package final class VirtualClock: Sendable {
    private let epoch: Double
    private let state: Mutex<State>

    /// - Parameters:
    ///   - secondsSince1970: the time of day at the beginning.
    ///   - seed: of ``random()``.
    package init(secondsSince1970 epoch: Double, seed: UInt64) {
        self.epoch = epoch
        state = Mutex(State(random: seed))
    }

    /// The time since the clock was made.
    package func elapsed() -> Duration {
        state.withLock { $0.now }
    }

    package func secondsSince1970() -> Double {
        epoch + elapsed() / .seconds(1)
    }

    /// A number from 0 up to, not including, 1: SplitMix64 (https://prng.di.unimi.it/splitmix64.c).
    package func random() -> Double {
        state.withLock { $0.nextRandom() }
    }

    /// - Throws: `CancellationError`, at once, when the task is or gets cancelled.
    package func sleep(for duration: Duration) async throws(CancellationError) {
        if Task.isCancelled { throw CancellationError() }
        await wait(until: elapsed() + max(.zero, duration), graceWhenCancelled: .zero)
        if Task.isCancelled { throw CancellationError() }
    }

    /// Has something done when the time comes, before anybody who sleeps until then wakes: cancel a task, for example.
    package func onTime(_ time: Duration, _ action: @escaping @Sendable () -> Void) {
        state.withLock { $0.appointments.append(.init(time: time, action: action)) }
    }

    /// Runs several participants at once, taking turns in a fixed order, and returns when all are done.
    package func together(_ participants: [@Sendable () async -> Void]) async {
        await sideBySide(
            participants.map { participant in
                {
                    await participant()
                    return true
                }
            })
    }

    /// The same; when one ends with `false`, the others are cancelled. Whoever calls takes part in what is done, and in
    /// nothing else meanwhile.
    package func sideBySide(_ works: [@Sendable () async -> Bool]) async {
        guard !works.isEmpty else { return }
        let first = state.withLock { $0.expect(works.count) }
        await withTaskGroup(of: Bool.self) { group in
            for (index, work) in works.enumerated() {
                group.addTask {
                    await self.wait(until: .zero, graceWhenCancelled: nil, order: first + index)
                    return await work()
                }
            }
            var left = works.count
            // Nobody else goes on before this is done: who has ended counts as busy until he has left.
            for await goesOn in group {
                if !goesOn { group.cancelAll() }
                left -= 1
                // The last one's place is taken by whoever called.
                if left > 0 { leave() }
            }
        }
    }

    /// Waits until a time, or, cancelled, until `grace` after the cancellation if that is sooner; `nil` waits on.
    func wait(until time: Duration, graceWhenCancelled grace: Duration?) async {
        await wait(until: time, graceWhenCancelled: grace, order: state.withLock { $0.nextOrder() })
    }

    private func wait(until time: Duration, graceWhenCancelled grace: Duration?, order: Int) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                state.withLock { $0.add(Sleeper(time: time, order: order, continuation: continuation)) }
                proceed()
            }
        } onCancel: {
            guard let grace else { return }
            state.withLock { $0.cutShort(order, to: $0.now + grace) }
            proceed()
        }
        state.withLock { _ = $0.cuts.removeValue(forKey: order) }
    }

    private func leave() {
        state.withLock { $0.participants -= 1 }
        proceed()
    }

    /// Does what is next, if everybody sleeps. Every turn takes an appointment or a sleeper away, so it ends.
    private func proceed() {
        while let event = state.withLock({ $0.next() }) {
            switch event {
            case .appointment(let action):
                action()
                state.withLock { $0.isKeepingAppointment = false }
            case .wake(let continuation):
                continuation.resume()
                return
            }
        }
    }
}
