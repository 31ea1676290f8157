import AWSServices
import Deployment

extension RunResult {
    /// In what state AWS is left, as far as we have seen it.
    var stateSentence: String {
        [latestSentence, aliasSentence].compactMap(\.self).joined(separator: " ")
    }

    private var latestSentence: String {
        guard let latest else { return "Nothing is known of $LATEST." }
        let seen = isSeenAtTheEnd ? "$LATEST now" : "$LATEST when last seen"
        return "\(seen): \(Status(latest)), code \(latest.codeSha256 ?? "unknown"), "
            + "revision \(latest.revisionId ?? "none")."
    }

    private var aliasSentence: String? {
        guard let alias else { return nil }
        return "Alias \(alias.name) points to version \(alias.wording)."
    }

    private var isSeenAtTheEnd: Bool {
        entries.contains { if case .stateAtTheEnd(.some) = $0.fact { true } else { false } }
    }
}
