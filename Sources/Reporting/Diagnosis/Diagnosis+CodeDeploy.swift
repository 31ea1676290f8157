import AWSCore
import AWSServices

extension Diagnosis {
    /// - Parameter deployment: it has ended, and not with success.
    init(of deployment: CodeDeployment) {
        let code: Wording = deployment.errorCode.map { " with \(ours: $0)" } ?? ""
        let said: Wording = deployment.errorMessage.map { ": \(supplied: $0.withoutFullStop)" } ?? ""
        let rollback: Wording = deployment.rollbackId.map { " Deployment \(ours: $0) moved the alias back." } ?? ""
        self.init(
            title: "CodeDeploy did not move the alias",
            happened:
                "Deployment \(ours: deployment.id) ended as \(ours: "\(deployment.status)")\(code)\(said).\(rollback)",
            advice: "Look at the deployment in CodeDeploy's console, fix what it reports, and deploy again.")
    }
}
