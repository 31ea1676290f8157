import Deployment
import FoundationEssentials

/// The template of a published version's description, such as `{stage}: {ref} | {sha} | {timestamp}`.
struct VersionDescription {
    enum Placeholder: String, CaseIterable {
        case stage, ref, sha, timestamp
        case runId = "run-id"
        case runNumber = "run-number"
        case runAttempt = "run-attempt"
        case actor, repository, workflow
    }

    private enum Piece {
        case text(String)
        /// A colon after it, as in `{stage}: `, is left out with it.
        case placeholder(Placeholder, colon: String)
    }

    /// The parts between bars. One that has placeholders, but no value for any of them, is left out.
    private let segments: [[Piece]]

    static let standard = VersionDescription(segments: [
        [.placeholder(.stage, colon: ": "), .placeholder(.ref, colon: ""), .text(" ")],
        [.text(" "), .placeholder(.sha, colon: ""), .text(" ")],
        [.text(" "), .placeholder(.timestamp, colon: "")],
    ])
}

extension VersionDescription {
    /// Only the known placeholders count: whatever else stands in braces is text, as in `Fix {} in the greeting`.
    init(template: String) {
        segments = template.split(separator: "|", omittingEmptySubsequences: false).map(Self.pieces)
    }

    private static func pieces(_ segment: Substring) -> [Piece] {
        var pieces: [Piece] = []
        var rest = segment
        while let brace = rest.firstIndex(of: "{") {
            pieces.append(.text(String(rest[..<brace])))
            rest = rest[brace...]
            guard let placeholder = Placeholder.allCases.first(where: { rest.hasPrefix("{\($0.rawValue)}") }) else {
                pieces.append(.text(String(rest.removeFirst())))
                continue
            }
            rest = rest.dropFirst(placeholder.rawValue.count + 2)
            let colon = rest.hasPrefix(": ") ? ": " : ""
            pieces.append(.placeholder(placeholder, colon: colon))
            rest = rest.dropFirst(colon.count)
        }
        return pieces + [.text(String(rest))]
    }
}

extension VersionDescription {
    /// What GitHub's variables say of this run; what is not known is left out, but a run elsewhere is of the ref `local`.
    /// - Parameter startedAt: seconds since 1970.
    /// Source: https://docs.github.com/actions/reference/workflows-and-actions/variables
    static func facts(
        _ environment: [String: String], stage: String?, startedAt: Double
    ) -> [Placeholder: String] {
        let facts: [Placeholder: String?] = [
            .stage: stage,
            .ref: environment["GITHUB_REF_NAME"].given ?? "local",
            .sha: environment["GITHUB_SHA"].given.map { String($0.prefix(7)) },
            .timestamp: Date(timeIntervalSince1970: startedAt.rounded(.down)).ISO8601Format(),
            .runId: environment["GITHUB_RUN_ID"].given,
            .runNumber: environment["GITHUB_RUN_NUMBER"].given,
            .runAttempt: environment["GITHUB_RUN_ATTEMPT"].given,
            .actor: environment["GITHUB_ACTOR"].given,
            .repository: environment["GITHUB_REPOSITORY"].given,
            .workflow: environment["GITHUB_WORKFLOW"].given,
        ]
        return facts.compactMapValues { $0 }
    }

    /// At most 256 characters.
    func text(_ facts: [Placeholder: String]) -> String {
        let whole = segments.compactMap { Self.text($0, facts) }.joined(separator: "|")
        return (Optional(whole).given ?? "").cut(to: 256)
    }

    private static func text(_ pieces: [Piece], _ facts: [Placeholder: String]) -> String? {
        var isKnown: [Bool] = []
        let text = pieces.reduce(into: "") { text, piece in
            switch piece {
            case .text(let between): text += between
            case .placeholder(let name, let colon):
                isKnown.append(facts[name] != nil)
                text += facts[name].map { $0 + colon } ?? ""
            }
        }
        return isKnown.isEmpty || isKnown.contains(true) ? text : nil
    }
}
