import AWSCore
import GitHubActions
import Synchronization

/// What must not be shown, growing as the run learns of it.
package final class KnownSecrets: Sendable {
    private struct Kept {
        var secrets: [String] = []
        var redactor = Redactor(secrets: [])
    }

    private let kept = Mutex(Kept())

    package init() {}

    func keep(_ secrets: [String]) {
        kept.withLock { kept in
            let new = secrets.filter { !kept.secrets.contains($0) }
            guard !new.isEmpty else { return }
            kept.secrets += new
            kept.redactor = Redactor(secrets: kept.secrets)
        }
    }

    /// The text with `***` for everything that must not be shown.
    func redact(_ text: String) -> String {
        kept.withLock { $0.redactor }.redact(text)
    }

    /// What may be shown of it.
    func redact(_ wording: Wording) -> String {
        wording.text(redacting: redact)
    }
}
