import AWSServices
import Synchronization

/// What an attempt knows of the package in S3. The next one looks again: in between, somebody may have put another object
/// there, or taken it away.
final class UploadedPackage: Sendable {
    private let noted = Mutex<Noted?>(nil)

    private struct Noted {
        let object: S3Object?
    }

    /// `nil`: it has not been seen to yet.
    var known: S3Object?? { noted.withLock { $0.map(\.object) } }

    func note(_ object: S3Object?) {
        noted.withLock { $0 = Noted(object: object) }
    }
}
