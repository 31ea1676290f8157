import AWSCore
import Deployment
import GitHubActions
import Identity
import Inputs

/// What is told at the end: the cause of a failure, the outputs, the summary.
package struct Report: Sendable {
    let functionName: String
    let secrets: KnownSecrets
    private let context: RunContext
    private let isSummaryWanted: Bool
    private let wishes: Wishes
    package var ending = Ending.notStarted
    package var problems: [InputProblem] = []
    package var result = RunResult(ending: .notStarted, entries: [], duration: .zero)
    package var listing: PermissionsListing?
    /// What was asked for is a status, which has been told by then.
    package var isStatus = false
    private var diagnosis: Diagnosis?

    package init(
        functionName: String, secrets: KnownSecrets, context: RunContext, isSummaryWanted: Bool, wishes: Wishes
    ) {
        self.functionName = functionName
        self.secrets = secrets
        self.context = context
        self.isSummaryWanted = isSummaryWanted
        self.wishes = wishes
    }

    /// - Parameter creationProblems: what is missing to create the function, if that turns out to be needed.
    /// - Parameter place: where AWS was asked, if that helps to explain a failure.
    package mutating func diagnose(creationProblems: [InputProblem], place: Place?) {
        guard case .failed(let failure) = ending else { return }
        diagnosis = Diagnosis(of: failure, functionName: functionName).with(place)
        guard case .functionMissing = failure, !creationProblems.isEmpty else { return }
        // The function was to be created; what is missing for that is the cause, not that it is not there.
        problems = creationProblems
        diagnosis = nil
    }

    /// Nothing was asked of Lambda, for it is not known as whom.
    package mutating func diagnose(_ failure: IdentityFailure) {
        if failure == .cancelled { ending = .failed(.engine(.cancelled)) }
        diagnosis = Diagnosis(of: failure, functionName: functionName)
    }

    package func tell(_ voice: Voice, _ host: any Host) -> ExitCode {
        let summary = summary.markdown
        let outputs = result.outputs(summary: summary.comment, redacting: secrets.redact)
        // First, so that nothing scrolls the cause of a failure away.
        if voice.isTerminal { handOver(outputs, voice) }
        if case .warning(let title, let text)? = result.overruledWarning {
            voice.warn(title: title, [text, result.wording(of: .events)].compactMap(\.self).joined(separator: "\n"))
        }
        if let diagnosis {
            diagnosis.evidence.forEach(voice.quote)
            voice.fail(title: diagnosis.title, text(of: diagnosis, isAdviceLast: voice.isTerminal))
        }
        for problem in problems {
            // As inputs and variables are written.
            let kind = problem.input.contains(where: \.isUppercase) ? "variable" : "input"
            if voice.isTerminal {
                voice.complain(.supplied("\(Terms.flag(problem.input)) \(Terms.inTerminal(problem.message))"))
            } else {
                voice.fail(title: "\(kind) \(problem.input)", problem.wording)
            }
        }
        if let listing { show(listing, voice) }
        if result.isSuccess && !isStatus { conclude(voice) }
        let isTold = RunnerFiles(host: host, voice: voice)
            .write(
                outputs, summary: isSummaryWanted && !isStatus ? summary.page : "", told: problems.map(\.input))
        if result.isSuccess && !isTold { return .failure }
        return result.exitCode(areInputsWrong: !problems.isEmpty, wishes)
    }

    private func show(_ listing: PermissionsListing, _ voice: Voice) {
        // In another form they have been handed over.
        for (title, policy) in listing.policies where wishes.output == nil {
            voice.group(title)
            if voice.isTerminal {
                voice.hand(over: policy)
            } else {
                voice.say(.ours(policy))
            }
            voice.endGroup()
        }
        listing.notes.forEach(voice.head)
    }

    private func handOver(_ outputs: [OutputName: String], _ voice: Voice) {
        if isStatus { return }
        let policies = (listing?.policies ?? []).map { (name: $0.title, policy: $0.policy) }
        switch wishes.output {
        case nil: break
        case .json: voice.hand(over: ResultText.json(outputs, policies))
        case .text: voice.hand(over: ResultText.lines(outputs, policies))
        }
    }

    /// What is live is news; that nothing was to be done is none.
    private func conclude(_ voice: Voice) {
        let conclusion = result.conclusion
        let link: Wording = result.liveLink.map { " · \(ours: $0)" } ?? ""
        let text: Wording =
            "\(ours: voice.functionName ?? functionName): \(ours: conclusion.text), in \(result.duration)\(link)"
        if conclusion.isNews {
            voice.announce(title: conclusion.text, text)
        } else {
            voice.head(text)
        }
    }

    /// - Parameter isAdviceLast: where the last line is what is seen first.
    private func text(of diagnosis: Diagnosis, isAdviceLast: Bool) -> Wording {
        let advice = isAdviceLast ? diagnosis.adviceInTerminal ?? diagnosis.advice : diagnosis.advice
        let (facts, cure) = ([diagnosis.happened, result.stateSentence], [advice, diagnosis.policy])
        let texts = isAdviceLast ? facts + result.pointers + cure : facts + cure + result.pointers
        return texts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var summary: Summary {
        Summary(
            result: result, functionName: functionName, diagnosis: diagnosis, problems: problems, listing: listing,
            secrets: secrets, context: context)
    }
}

extension InputProblem {
    var wording: Wording { "\(ours: input) \(supplied: message)" }

    /// Without what is shown below it, which needs letters of one width.
    var firstLine: Wording {
        "\(ours: input) \(supplied: String(message.split(separator: "\n", maxSplits: 1).first ?? ""))"
    }
}
