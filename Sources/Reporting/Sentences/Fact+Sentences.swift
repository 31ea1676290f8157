import AWSCore
import AWSServices
import Deployment
import Engine

extension Fact {
    /// What is said of it.
    var sentences: [Sentence] {
        switch self {
        case .engine(let fact): fact.sentences
        case .doubtful(let input, let what): [.warning(title: "input \(input)", "\(ours: input) \(supplied: what).")]
        case .remarkable(let input, let what): [.said("\(ours: input) \(supplied: what)")]
        case .packaged(let file, let digest, let bytes):
            [.said("Made \(supplied: file): \(bytes) bytes, SHA-256 \(ours: digest) (base64, as AWS shows it)")]
        case .packageIdentified(let digest): [.said("The code's digest: \(ours: digest ?? "not known")")]
        case .packageNotIdentified(let reason): [.said(notIdentified(reason))]
        case .imageDoubtful(let doubt): [doubt.sentence]
        case .packageTooHeavy(let excess): [excess.sentence]
        case .roleChangesInSteps: [roleInSteps]
        case .packageDoubtful(let finding): [.warning(title: "the package", finding.wording)]
        case .functionFound(let function): found(function)
        case .functionMissing: [.said("There is no such function")]
        case .aliasFound(nil, let name): [.said("There is no alias \(ours: name) yet")]
        case .aliasFound(let alias?, let name): [.said("Alias \(ours: name) points to version \(ours: alias.traffic)")]
        case .previousUpdateFailed(let reason): [lastUpdateFailed(reason)]
        case .imageFailed(let reason): [lostImage(reason)]
        case .revisionsMissing: [notGuarded]
        case .planned(let changes): planSentences(changes)
        case .upload(let fact): fact.sentences
        case .oldCode(let fact): fact.sentences
        case .storageModeLost(let mode): [ownCopy(insteadOf: mode)]
        case .storageUntold(let isKeyGiven): [untoldStorage(isKeyGiven)]
        case .keyNotCompared: [uncomparedKey]
        case .configurationGoesFirst(let refusal, let member):
            [
                .said(
                    "AWS rejects the code because of the current \(ours: member.rawValue): updating the configuration first"
                ),
                .quoted(refusal.message),
            ]
        case .rivalFound(let rival):
            [.said("Someone else changed the function during this run:")]
                + rival.differences.map { .detail($0.wording) }
        case .startingOver(let attempt, let limit, let quiet):
            [.said("Starting over (\(attempt) of at most \(limit)) after \(quiet) without changes")]
        case .releasePreviewed(let version, let name, let alias): preview(version, name, alias)
        case .stepsPreviewed(let steps): steps.sentences
        case .dryRun(let fact): fact.sentences
        case .versionReused(let version):
            [.said("Version \(ours: version.version ?? "?") already has this code and configuration: it is used again")]
        // That AWS set it, is told where it is found out.
        case .versionApart: []
        case .versionPublished(let version): [.said("Published \(place(version.version ?? "?"))")]
        case .failedVersionFound(let version): [failedBefore(version)]
        case .versionAsleep(let number):
            [
                .said(
                    "Version \(ours: number) is inactive because it has not been called for a long time: waking it with a call"
                )
            ]
        case .versionNotWoken(let number, let reason): [notWoken(number, reason)]
        case .aliasUnchanged(let alias):
            [.said("Alias \(ours: alias.name) already points to version \(ours: alias.traffic)")]
        case .aliasRecorded(let alias):
            [.said("Recorded on alias \(ours: alias.name) what AWS itself sets otherwise in its version")]
        case .aliasCreated(let alias): [.said("Created alias \(alias.wording)")]
        case .aliasMoved(let from, let to):
            [.said("Moved alias \(ours: to.name) from version \(ours: from.traffic) to version \(ours: to.traffic)")]
        case .aliasPutBack(let alias): [.said("Put alias \(ours: alias.name) back to version \(ours: alias.traffic)")]
        case .aliasLeft(let alias, let reason): [notPutBack(alias, reason)]
        // It stands in the error.
        case .aliasOwed: []
        case .traffic(let fact): fact.sentences
        case .smokeTestBegan(let name, let qualifier): [.said(invoking(name, qualifier))]
        case .smokeTestEnded(let run): run.sentences
        case .snapshotNotTested: [untestedSnapshot]
        case .rollbackDecided(let decision, _): decision.sentences
        case .rollbackVersionFound(let version): found(toGoBackTo: version)
        case .rollbackNotPublished(let failure, let alias): [notPublished(failure, alias)]
        case .superseded(let supersession, let carriedOut, let isPutBack):
            [supersession.sentence(carriedOut, isPutBack: isPutBack)]
        case .wouldBeSuperseded(let supersession): [supersession.previewSentence]
        case .versionsPruned(let pruned): pruned.sentences
        case .tagsUnseen:
            [.said("Without lambda:ListTags the current tags are unknown: the given ones are written in any case")]
        case .versionsUnseen:
            [
                .said(
                    "Without lambda:ListVersionsByFunction the existing versions are unknown: publishing returns the existing one "
                        + "if nothing has changed")
            ]
        // It tells when versions are deleted, or are not.
        case .aliasesSeen, .aliasesUnseen: []
        case .aliasNotGiven:
            [
                .said(
                    "No alias is set: callers get $LATEST as soon as it is updated, before it is tested. With an alias, they get "
                        + "a version only after its test has passed")
            ]
        case .aliasIsNew(let alias, let callers): [callers.warning(of: alias)]
        case .timeLimited(let deadline):
            [.said("The run has a deadline of \(deadline), of which \(Budget.puttingBack) are kept for putting back")]
        case .deadlineNear:
            [.said("The deadline is near: stopping here, to leave \(Budget.puttingBack) for putting back")]
        case .callSetBack(let attempt): [attempt.sentence]
        case .restoration(let fact): fact.sentences
        case .aliasAtTheEnd(let alias): [.said(alias.map { "Alias \($0.wording)" } ?? "The alias is not there")]
        case .stateAtTheEnd(let look): look.sentences
        }
    }
}

private func notIdentified(_ reason: Wording) -> Wording {
    "The package's digest could not be read (\(reason)), so the code is sent even if it is there already"
}

private func found(_ function: FunctionDescription) -> [Sentence] {
    let configuration = function.configuration
    return [
        .said("\(ours: configuration.functionArn ?? "The function") is there: \(Status(configuration))"),
        .said(identity(of: configuration)),
    ]
}

private func identity(of latest: FunctionConfiguration) -> Wording {
    "Code \(ours: latest.codeSha256 ?? "unknown"), revision \(ours: latest.revisionId ?? "none")"
}

private func lastUpdateFailed(_ reason: String) -> Sentence {
    .warning(
        title: "the last update of the function had failed",
        "Calls are still served by what was there before it. AWS's reason: \(supplied: reason.withoutFullStop). This deployment continues, because it may be the fix."
    )
}

private func lostImage(_ reason: String) -> Sentence {
    .warning(
        title: "the function is Failed because of its image",
        "Calls fail. AWS's reason: \(supplied: reason.withoutFullStop). This deployment continues, because new code may be the fix."
    )
}

private let notGuarded = Sentence.warning(
    title: "writes are not guarded",
    "This control plane returns no RevisionId, so it cannot reject a write that comes after someone else's.")

private func failedBefore(_ version: FunctionConfiguration) -> Sentence {
    .warning(
        title: "version \(version.version ?? "?") had failed",
        "AWS's reason: \(supplied: version.stateReason.orNoReason.withoutFullStop). Publishing again would return the same version, so the "
            + "code is sent once more and published anew.")
}

private func notWoken(_ number: String, _ reason: NotWoken) -> Sentence {
    .warning(title: "version \(number) may be asleep", "\(reason.wording)")
}

private func planSentences(_ changes: Changes) -> [Sentence] {
    guard !changes.isEmpty else { return [.said("Code, configuration and tags already match")] }
    let code = changes.code?.wording.map { [$0] } ?? []
    return [.said(changes.isCreation ? "To create, with:" : "To change:")]
        + (code + changes.differences.map(\.wording)).map(Sentence.detail) + emptyVariables(changes.differences)
}

/// GitHub puts nothing in the place of a secret or a variable that does not exist.
private func emptyVariables(_ differences: [Difference]) -> [Sentence] {
    let names = differences.filter { $0.isOfVariable && $0.after == .string("") }.map(\.name)
    guard let first = names.first else { return [] }
    let (title, isEmpty) = names.count == 1 ? ("\(first) is empty", "is empty") : ("variables are empty", "are empty")
    return [
        .warning(
            title: title,
            "\(ours: names.joined(separator: ", ")) \(ours: isEmpty) in this run's inputs: GitHub replaces a "
                + "secret or variable that does not exist with nothing. Check its name, and that this job may read it.")
    ]
}

private func preview(_ version: String?, _ name: String?, _ alias: AliasConfiguration?) -> [Sentence] {
    [
        version.map { "Version \(ours: $0) already has this code and configuration" } ?? "To publish: a new version",
        name.map { aliasPreview($0, from: alias, to: version) },
    ].compactMap(\.self).map(Sentence.said)
}

private func aliasPreview(_ name: String, from alias: AliasConfiguration?, to version: String?) -> Wording {
    let target: Wording = version.map { "version \(ours: $0)" } ?? "the new version"
    guard let alias else { return "To create: alias \(ours: name) at \(target)" }
    if let version, alias.isWholly(at: version) {
        return "Alias \(ours: name) already points to version \(ours: version)"
    }
    return "To move: alias \(ours: name) from version \(ours: alias.traffic) to \(target)"
}

private func notPutBack(_ alias: AliasConfiguration?, _ reason: Wording) -> Sentence {
    .warning(
        title: "the alias was not put back",
        "It \(alias.map { "points to version \(ours: $0.traffic)" } ?? "may have moved"): \(reason)")
}

extension CodeChange {
    /// `nil`: the differences say it.
    fileprivate var wording: Wording? {
        switch self {
        case .otherCode: nil
        case .unknown: "the code, presumably: its digest cannot be compared"
        case .otherKey: "the key that encrypts the package: the same code is sent again"
        case .cure: "the same code is sent again: a successful update is the fix"
        }
    }
}

extension LastLook {
    fileprivate var sentences: [Sentence] {
        switch self {
        case .seen(let latest): [.said("$LATEST: \(Status(latest))"), .said(identity(of: latest))]
        case .notThere: [.said("The function is not there")]
        case .failed: [.said("$LATEST could not be looked at")]
        }
    }
}

extension NotWoken {
    fileprivate var wording: Wording {
        let consequence: Wording = "Its first calls may fail until it is awake."
        switch self {
        case .refused(let refusal) where refusal.status == 403:
            return
                "These credentials may not wake it: AWS refused Invoke with \(refusal.status) \(ours: refusal.code). \(consequence) "
                + "To have it woken first, allow lambda:InvokeFunction."
        case .refused(let refusal):
            return "AWS refused to call it, with \(refusal.status) \(ours: refusal.code): "
                + "\(supplied: refusal.message.withoutFullStop). \(consequence)"
        case .runsTooLong(let seconds):
            return "It is durable and may run for \(seconds) s, and AWS takes no synchronous call of more than 900 s. "
                + "\(consequence)"
        case .takesTooLong: return "It takes long to wake up. \(consequence)"
        }
    }
}
