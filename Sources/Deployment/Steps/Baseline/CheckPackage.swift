import AWSServices
import Engine

extension FunctionDeployment {
    /// Holds the package against the function as it will be, and tells what may not work.
    /// - Returns: what cannot.
    func packageFaults(_ baseline: Baseline) -> [ForeseenRefusal] {
        guard let code = plan.code else { return [] }
        let findings = code.judgement(plan.content(over: baseline.latest?.content))
        // Whoever starts over has told them already.
        let told = journal.entries.compactMap(\.fact.packageFinding)
        for finding in findings where !finding.isError && !told.contains(finding) {
            journal.record(.packageDoubtful(finding))
        }
        let errors = findings.filter(\.isError)
        return errors.isEmpty ? [] : [.packageCannotWork(errors)]
    }
}

extension DeploymentPlan {
    /// The function as it is to be.
    /// - Parameter standing: nil: it is to be created.
    func content(over standing: FunctionContent?) -> FunctionContent {
        let before = standing ?? FunctionContent(of: FunctionConfiguration(members: [:]))
        var planned = before.overlaid(with: configurationToSend(over: before))
        planned.architectures = code?.architectures ?? before.architectures
        return planned
    }
}

extension Fact {
    fileprivate var packageFinding: PackageFinding? {
        if case .packageDoubtful(let finding) = self { finding } else { nil }
    }
}
