import GitHubActions
import Synchronization

/// What must not be shown, growing as the run learns of it.
package final class KnownSecrets: Sendable {
    private struct Kept {
        var secrets: [String] = []
        var redactor: Redactor
    }

    private let masking: Masking
    private let kept: Mutex<Kept>

    package init(masking: Masking) {
        self.masking = masking
        kept = Mutex(Kept(redactor: Redactor(secrets: [], masking: masking)))
    }

    /// - Returns: what the runner is to mask from here on.
    func keep(_ secrets: [String]) -> [String] {
        kept.withLock { kept in
            let new = secrets.filter { !kept.secrets.contains($0) }
            guard !new.isEmpty else { return [] }
            kept.secrets += new
            kept.redactor = Redactor(secrets: kept.secrets, masking: masking)
            return new.flatMap(masking.masks(for:))
        }
    }

    /// The text with `***` for everything that must not be shown.
    func redact(_ text: String) -> String {
        kept.withLock { $0.redactor }.redact(text)
    }
}
