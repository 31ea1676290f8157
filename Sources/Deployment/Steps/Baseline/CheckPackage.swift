import AWSServices
import Engine

extension FunctionDeployment {
    /// Holds the package against the function as it will be, before anything is written.
    /// - Throws: all that cannot work, at once.
    func checkPackage(_ baseline: Baseline) throws(Interruption) {
        guard let code = plan.code else { return }
        let findings = code.judgement(plan.content(over: baseline.latest?.content))
        // Whoever starts over has told them already.
        let told = journal.entries.compactMap(\.fact.packageFinding)
        for finding in findings where !finding.isError && !told.contains(finding) {
            journal.record(.packageDoubtful(finding))
        }
        let errors = findings.filter(\.isError)
        guard errors.isEmpty else { throw .ended(.packageCannotWork(errors)) }
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
