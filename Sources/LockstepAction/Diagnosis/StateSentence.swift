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
        if let unknown { return "Where the alias points is not known: \(unknown)." }
        guard let alias else { return nil }
        let points = isAliasSeenAtTheEnd ? "points" : "pointed, when last seen,"
        return "Alias \(alias.name) \(points) to version \(alias.wording)."
    }

    /// Why nobody knows where the alias points.
    private var unknown: String? {
        entries.compactMap { if case .aliasLeft(nil, let reason) = $0.fact { reason } else { nil } }.last
    }

    private var isAliasSeenAtTheEnd: Bool {
        entries.contains {
            switch $0.fact {
            case .aliasAtTheEnd(.some), .aliasPutBack, .aliasLeft(.some, _): true
            default: false
            }
        }
    }

    private var isSeenAtTheEnd: Bool {
        entries.contains { if case .stateAtTheEnd(.some) = $0.fact { true } else { false } }
    }
}
