import AWSCore
import Synchronization

/// Which parts are still to be sent, which S3 has, and the first thing that went wrong. Several tasks work from it.
final class PartsBoard: Sendable {
    private struct State {
        var next = 0
        var sent: [S3Part] = []
        var bytesSent = 0
        var failure: AWSFailure?
    }

    private let parts: [S3Checksum.Part]
    private let progress: @Sendable (Int) -> Void
    private let state = Mutex(State())

    init(_ parts: [S3Checksum.Part], _ progress: @escaping @Sendable (Int) -> Void) {
        self.parts = parts
        self.progress = progress
    }

    /// The next part, with its number from 1; `nil` when none is left, or nothing more is to be sent.
    func take() -> (number: Int, part: S3Checksum.Part)? {
        state.withLock { state in
            guard state.failure == nil, state.next < parts.count else { return nil }
            state.next += 1
            return (state.next, parts[state.next - 1])
        }
    }

    func note(_ sent: S3Part) {
        state.withLock { state in
            state.sent.append(sent)
            state.bytesSent += parts[sent.number - 1].range.count
            progress(state.bytesSent)
        }
    }

    /// The others are cancelled then: only the first failure says why.
    func stop(_ failure: AWSFailure) {
        state.withLock { $0.failure = $0.failure ?? failure }
    }

    /// All parts in order.
    var result: [S3Part] {
        get throws(AWSFailure) {
            let (sent, failure) = state.withLock { ($0.sent, $0.failure) }
            if let failure { throw failure }
            return sent.sorted { $0.number < $1.number }
        }
    }
}
