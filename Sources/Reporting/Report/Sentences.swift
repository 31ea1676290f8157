import AWSCore
import AWSServices
import Deployment

/// A piece of the story.
enum Sentence: Equatable {
    case said(String)
    /// Part of what was said before.
    case detail(String)
    /// Text that a function or AWS wrote.
    case quoted(String)
    case warning(title: String, String)
}

extension Fact {
    /// What is said of it. Progress while waiting is the narrator's, for it depends on what was said before.
    var sentences: [Sentence] {
        lookingSentences ?? writingSentences ?? conflictSentences ?? releasingSentences ?? smokeTestSentences
            ?? historySentences
            ?? endingSentences ?? []
    }

    private var lookingSentences: [Sentence]? {
        switch self {
        case .packageIdentified(let digest): return [.said("Its digest is \(digest ?? "not known")")]
        case .packageNotIdentified(let reason):
            return [
                .said(
                    "The package's digest could not be read (\(reason)), so the code is sent even if it is there already"
                )
            ]
        case .functionFound(let function):
            let configuration = function.configuration
            return [
                .said("\(configuration.functionArn ?? "The function") is there: \(Status(configuration))"),
                .said("Code \(configuration.codeSha256 ?? "unknown"), revision \(configuration.revisionId ?? "none")"),
            ]
        case .functionMissing: return [.said("There is no such function")]
        case .aliasFound(nil, let name): return [.said("There is no alias \(name) yet")]
        case .aliasFound(let alias?, let name): return [.said("Alias \(name) points to version \(alias.traffic)")]
        case .previousUpdateFailed(let reason):
            return [
                .warning(
                    title: "The last update of the function had failed",
                    "Calls still get what stood before it. AWS's reason: \(reason.withoutFullStop). This deployment goes on, for it may be the cure."
                )
            ]
        case .revisionsMissing:
            return [
                .warning(
                    title: "Writes are not guarded",
                    "This control plane shows no RevisionId, so it cannot refuse a write that comes after a rival's.")
            ]
        case .planned(let changes): return planSentences(changes)
        case .waitBegan(let waiting): return [.said("Waiting \(waiting.wording)")]
        case .staleReadIgnored: return [.said("AWS showed a state from before our own change; looking again")]
        case .waitEnded(_, _, let waited): return [.said("Ready after \(waited.wording)")]
        case .timedOutAttempting(let waiting, let status, let waited):
            return [
                .warning(
                    title: "Timed out waiting",
                    "Timed out waiting \(waiting.wording) after \(waited.wording) (last seen: \(status)), attempting anyway"
                )
            ]
        default: return nil
        }
    }

    private func planSentences(_ changes: Changes?) -> [Sentence] {
        guard let changes else { return [.said("To do: create the function")] }
        guard !changes.isEmpty else { return [.said("Code, configuration and tags are already as wanted")] }
        let code = changes.code?.wording.map { [$0] } ?? []
        return [.said("To change:")] + (code + changes.differences.map(\.wording)).map(Sentence.detail)
    }

    private var writingSentences: [Sentence]? {
        switch self {
        case .sending(let write): [.said("Sending \(write.rawValue)")]
        case .done(let write): [.said("\(write.rawValue) is done")]
        case .answerLost(let write, let reason):
            [.said("No answer to \(write.rawValue) (\(reason)); looking what became of it")]
        case .foundArrived(let write): [.said("\(write.rawValue) had arrived")]
        case .retriedAfterRefusal(let write, let refusal):
            [.said("\(write.rawValue) is refused while IAM catches up; trying again"), .quoted(refusal.message)]
        default: nil
        }
    }

    private var conflictSentences: [Sentence]? {
        switch self {
        case .refusedByConflict(let write, let refusal):
            [.said("\(write.rawValue) met \(refusal.code); looking what is going on"), .quoted(refusal.message)]
        case .foundUntouched(let write):
            [.said("What it was decided on stands as before: sending \(write.rawValue) again")]
        case .foundOtherCode(let write):
            [.said("Other code stands there, ours or somebody else's: sending \(write.rawValue) again over it")]
        case .rivalFound(let rival):
            [.said("Somebody else made a change meanwhile:")] + rival.differences.map { .detail($0.wording) }
        case .startingOver(let attempt, let limit, let quiet):
            [.said("Starting over (\(attempt) of at most \(limit)) once nobody touches it for \(quiet.wording)")]
        default: nil
        }
    }

    private var releasingSentences: [Sentence]? {
        switch self {
        case .releasePreviewed(let version, let name, let alias):
            [
                version.map { "Version \($0) already has this code and configuration" } ?? "To publish: a new version",
                name.map { aliasPreview($0, from: alias, to: version) },
            ].compactMap(\.self).map(Sentence.said)
        case .versionReused(let version):
            [.said("Version \(version.version ?? "?") already has this code and configuration: it is used again")]
        case .versionPublished(let version): [.said("Published version \(version.version ?? "?")")]
        case .aliasUnchanged(let alias): [.said("Alias \(alias.name) already points to version \(alias.traffic)")]
        case .aliasCreated(let alias): [.said("Created alias \(alias.wording)")]
        case .aliasMoved(let from, let to):
            [.said("Moved alias \(to.name) from version \(from.traffic) to version \(to.traffic)")]
        case .aliasGone(let name): [.said("Alias \(name) is not there any more")]
        case .aliasPutBack(let alias): [.said("Put alias \(alias.name) back to version \(alias.traffic)")]
        case .aliasLeft(let alias, let reason):
            [
                .warning(
                    title: "The alias was not put back",
                    "It \(alias.map { "points to version \($0.traffic)" } ?? "may have moved"): \(reason)")
            ]
        case .traffic(let fact): fact.sentences
        default: nil
        }
    }

    private func aliasPreview(_ name: String, from alias: AliasConfiguration?, to version: String?) -> String {
        let target = version.map { "version \($0)" } ?? "the new version"
        guard let alias else { return "To create: alias \(name) at \(target)" }
        if let version, alias.isWholly(at: version) { return "Alias \(name) already points to version \(version)" }
        return "To move: alias \(name) from version \(alias.traffic) to \(target)"
    }

    private var endingSentences: [Sentence]? {
        switch self {
        case .aliasAtTheEnd(let alias): [.said(alias.map { "Alias \($0.wording)" } ?? "The alias is not there")]
        case .stateAtTheEnd(.seen(let latest)): [.said("$LATEST: \(Status(latest))")]
        case .stateAtTheEnd(.notThere): [.said("The function is not there")]
        case .stateAtTheEnd(.failed): [.said("$LATEST could not be looked at")]
        default: nil
        }
    }
}

extension CodeChange {
    /// `nil`: the differences say it.
    fileprivate var wording: String? {
        switch self {
        case .otherCode: nil
        case .unknown: "the code, as far as is known: its digest cannot be compared"
        case .otherKey: "the key that encrypts the package: the code is sent again as it is"
        case .cure: "the code is sent again as it is: after a failed update, one that succeeds is the cure"
        }
    }
}
