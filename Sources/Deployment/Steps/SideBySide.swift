import Engine
import Synchronization

extension FunctionDeployment {
    /// Two works at once. What fails first ends both.
    func sideBySide<One: Sendable, Other: Sendable>(
        _ one: @escaping @Sendable () async throws(Interruption) -> One,
        _ other: @escaping @Sendable () async throws(Interruption) -> Other
    ) async throws(Interruption) -> (One, Other) {
        let ending = Ending<One, Other>()
        await clock.sideBySide([
            { await ending.note { () throws(Interruption) in ending.end(one: try await one()) } },
            { await ending.note { () throws(Interruption) in ending.end(other: try await other()) } },
        ])
        return try ending.answers()
    }

    /// Does the work, and stops it when its time is over, just as a cancellation would: it ends at the next safe point.
    /// - Parameter isOver: is told when that is.
    /// - Returns: what came of the work, stopped or not.
    func stopping<Answer: Sendable>(
        after time: Duration, isOver: @escaping @Sendable () -> Void, _ work: @escaping @Sendable () async -> Answer
    ) async -> Answer? {
        let answer = Mutex<Answer?>(nil)
        await clock.sideBySide([
            {
                let end = await work()
                answer.withLock { $0 = end }
                return false
            },
            {
                do throws(CancellationError) {
                    try await clock.sleep(for: time)
                } catch {
                    return true  // the work ended first
                }
                isOver()
                return false
            },
        ])
        return answer.withLock { $0 }
    }
}

/// How two works that go on at once have ended: the first failure counts.
private final class Ending<One: Sendable, Other: Sendable>: Sendable {
    private struct State {
        var one: One?
        var other: Other?
        var failure: Interruption?
    }

    private let state = Mutex(State())

    func end(one: One) {
        state.withLock { $0.one = one }
    }

    func end(other: Other) {
        state.withLock { $0.other = other }
    }

    /// - Returns: whether it went well.
    func note(_ work: () async throws(Interruption) -> Void) async -> Bool {
        do {
            try await work()
            return true
        } catch {
            state.withLock { $0.failure = $0.failure ?? error }
            return false
        }
    }

    func answers() throws(Interruption) -> (One, Other) {
        let state = state.withLock { $0 }
        if let failure = state.failure { throw failure }
        guard let one = state.one, let other = state.other else { throw .failed(.cancelled) }
        return (one, other)
    }
}
