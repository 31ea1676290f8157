import Deployment
import GitHubActions

/// What is told at the end: the cause of a failure, the outputs, the summary.
struct Report: Sendable {
    let functionName: String
    let secrets: KnownSecrets
    var ending = Ending.notStarted
    var problems: [InputProblem] = []
    var result = RunResult(ending: .notStarted, entries: [], duration: .zero)
    private var diagnosis: Diagnosis?

    init(functionName: String, secrets: KnownSecrets) {
        self.functionName = functionName
        self.secrets = secrets
    }

    mutating func diagnose(_ prepared: Preparation) {
        guard case .failed(let failure) = ending else { return }
        diagnosis = Diagnosis(of: failure, functionName: functionName)
        guard case .functionMissing = failure, !prepared.settings.creationProblems.isEmpty else { return }
        // The function was to be created; what is missing for that is the cause, not that it is not there.
        problems = prepared.settings.creationProblems
        diagnosis = nil
    }

    /// - Returns: the exit code.
    func tell(_ voice: Voice, _ host: any Host) -> Int32 {
        if let diagnosis {
            diagnosis.evidence.forEach(voice.quote)
            voice.fail(title: diagnosis.title, text(of: diagnosis))
        }
        for problem in problems {
            let kind = Inputs.names.contains(problem.input) ? "Input" : "Variable"
            voice.fail(title: "\(kind) \(problem.input)", "\(problem.input) \(problem.message)")
        }
        if result.isSuccess { voice.say(result.conclusion(functionName)) }
        let isTold = RunnerFiles(host: host, voice: voice)
            .write(result.outputs, summary: summary, told: problems.map(\.input))
        return result.isSuccess && isTold ? 0 : 1
    }

    private func text(of diagnosis: Diagnosis) -> String {
        [diagnosis.happened, result.stateSentence, diagnosis.advice].joined(separator: "\n")
    }

    private var summary: String {
        Summary(
            result: result, functionName: functionName, diagnosis: diagnosis, problems: problems,
            secrets: secrets
        ).markdown
    }
}

extension RunResult {
    /// The one sentence for who reads nothing else.
    fileprivate func conclusion(_ functionName: String) -> String {
        let version = version?.version.map { ", version \($0)" } ?? ""
        let alias = alias.map { ", alias \($0.wording)" } ?? ""
        let handedOver = leftToCodeDeploy.map { " until CodeDeploy moves it (\($0))" } ?? ""
        return "\(functionName): \(outcome)\(version)\(alias)\(handedOver), in \(duration.wording)"
    }
}
