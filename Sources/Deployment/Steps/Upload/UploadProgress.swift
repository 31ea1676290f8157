import AWSCore
import Synchronization

/// Tells from time to time how far an upload is; one that is soon done is told only at its end.
final class UploadProgress: Sendable {
    private static let every = Duration.seconds(5)

    private let bytes: Int
    private let clock: any Clock
    private let journal: Journal
    private let began: Duration
    private let lastTold: Mutex<Duration>

    init(of bytes: Int, _ clock: any Clock, _ journal: Journal) {
        self.bytes = bytes
        self.clock = clock
        self.journal = journal
        began = clock.elapsed()
        lastTold = Mutex(began)
    }

    var took: Duration { clock.elapsed() - began }

    @Sendable func note(_ sent: Int) {
        let now = clock.elapsed()
        let isDue = lastTold.withLock { last in
            guard now - last >= Self.every, sent < bytes else { return false }
            last = now
            return true
        }
        if isDue { journal.record(.upload(.progressed(sent: sent, of: bytes))) }
    }
}
