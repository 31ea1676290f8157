import AWSCore
import Deployment
import Reporting
import Synchronization

/// Hears of every try of every call to AWS. The journal learns of the first that goes wrong of each kind and is made again, so
/// that no wait is silent; with debug logging every one is a line.
final class CallListener: Sendable {
    private let journal: Journal
    private let voice: Voice
    private let isDebugging: Bool
    private let told = Mutex<Set<Setback.Kind>>([])

    /// - Parameter isDebugging: whether the runner shows debug messages (`RUNNER_DEBUG`).
    init(_ journal: Journal, _ voice: Voice, isDebugging: Bool) {
        self.journal = journal
        self.voice = voice
        self.isDebugging = isDebugging
    }

    func hear(_ attempt: AWSTry) {
        if isDebugging { voice.debug(attempt) }
        // A connection that was kept open may have been closed just then: what is sent again at once is no news.
        guard let kind = attempt.setback?.kind, let pause = attempt.pause, pause > .zero || kind == .clockSkewed,
            told.withLock({ $0.insert(kind).inserted })
        else { return }
        journal.record(.callSetBack(attempt))
    }
}
