import AWSServices

extension Diagnosis {
    /// - Parameter deployment: it has ended, and not with success.
    init(of deployment: CodeDeployment) {
        let code = deployment.errorCode.map { " with \($0)" } ?? ""
        let said = deployment.errorMessage.map { ": \($0.withoutFullStop)" } ?? ""
        let rollback = deployment.rollbackId.map { " Deployment \($0) has put the alias back." } ?? ""
        self.init(
            title: "CodeDeploy did not move the alias",
            happened: "Deployment \(deployment.id) ended as \(deployment.status)\(code)\(said).\(rollback)",
            advice: "Look at the deployment in CodeDeploy's console, fix what it names, and deploy again.")
    }
}
