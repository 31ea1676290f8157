import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// A function may be in another account than the credentials are, by its own ARN or by a policy that lets others in.
    /// - Throws: before anything is written, where it is in one that is not allowed.
    func requireAllowedAccount(_ function: FunctionConfiguration) throws(Interruption) {
        guard let account = plan.accountNotAllowed(of: function) else { return }
        throw .ended(.accountNotAllowed(account, allowed: plan.allowedAccounts))
    }
}

extension DeploymentPlan {
    /// `nil`: it is allowed, or nobody tells where it is.
    func accountNotAllowed(of function: FunctionConfiguration) -> String? {
        guard !allowedAccounts.isEmpty, let account = function.functionArn.flatMap(ARN.init)?.account,
            !allowedAccounts.contains(String(account))
        else { return nil }
        return String(account)
    }
}
