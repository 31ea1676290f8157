import AWSCore
import Deployment
import Engine
import Inputs

extension RunResult {
    /// The value of every output. All but the plan are AWS's own names and numbers and ours, which later jobs need whole.
    /// - Parameter summary: as it may be posted.
    func outputs(summary: String, redacting redact: (String) -> String) -> [OutputName: String] {
        [
            .version: version?.version ?? "",
            .functionArn: functionArn ?? "",
            .versionArn: versionArn ?? "",
            .aliasArn: alias?.arn ?? "",
            .previousVersion: previousVersion ?? "",
            .codeSha256: (version ?? latest)?.codeSha256 ?? "",
            .revisionId: latest?.revisionId ?? "",
            .changed: "\(isChanged)",
            .codeChanged: "\(isCodeChanged)",
            .configurationChanged: "\(isConfigurationChanged)",
            .codedeployDeploymentId: codeDeployment ?? "",
            .codedeployLink: codeDeployLink ?? "",
            .packageFile: packaged?.file ?? "",
            .packageSha256: packaged?.digest ?? "",
            .packageBytes: packaged.map { "\($0.bytes)" } ?? "",
            .dryRun: dryRun ?? "",
            .outcome: outcome,
            .conflicts: "\(conflicts)",
            .durationSeconds: "\(Int(duration.inSeconds.rounded()))",
            .plan: JSONValue.array(planned(redacting: redact).first(within: longestPlan)).text,
            .summary: summary,
            .consoleLink: liveLink ?? "",
        ]
    }

    var outcome: String {
        switch ending {
        case .failed, .notStarted: "failed"
        case .succeeded(.plan): "planned"
        case .succeeded(.deploy): isSuperseded ? "superseded" : isChanged ? "deployed" : "unchanged"
        case .succeeded(.package): "packaged"
        case .succeeded(.permissions): "listed"
        case .succeeded(.status): "shown"
        case .succeeded(.rollback): isChanged ? "rolled-back" : "unchanged"
        }
    }

    var functionArn: String? { (latest ?? version)?.functionArn.map(unqualified) }

    private var versionArn: String? {
        guard let number = version?.version, let functionArn else { return nil }
        return "\(functionArn):\(number)"
    }
}

/// All outputs of a job together may have 1 MB, in UTF-16, and a step is not the only one of its job. The others are short,
/// and the summary has its own bound.
/// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idoutputs
private let longestPlan = 300_000

extension [JSONValue] {
    /// As many as there is room for, in UTF-16 units.
    func first(within room: Int) -> [JSONValue] {
        var left = room
        return Array(
            prefix { value in
                left -= value.text.utf16.count + 1
                return left > 0
            })
    }
}

/// `arn:aws:lambda:REGION:ACCOUNT:function:NAME`, without a version or an alias behind it.
private func unqualified(_ arn: String) -> String {
    arn.split(separator: ":", omittingEmptySubsequences: false).prefix(7).joined(separator: ":")
}
