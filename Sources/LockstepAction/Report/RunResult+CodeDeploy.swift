import Deployment

extension RunResult {
    /// The id of the deployment that this run made or followed.
    var codeDeployment: String? {
        last { fact in
            switch fact {
            case .traffic(.codeDeploy(.started(let id))), .traffic(.codeDeploy(.takenUp(let id))): id
            default: nil
            }
        }
    }

    var codeDeployLink: String? {
        guard let codeDeployment, let functionArn else { return nil }
        let parts = functionArn.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count > 3 else { return nil }
        let domain =
            switch parts[1] {
            case "aws-cn": "console.amazonaws.cn"
            case "aws-us-gov": "console.amazonaws-us-gov.com"
            default: "console.aws.amazon.com"
            }
        return "https://\(parts[3]).\(domain)/codesuite/codedeploy/deployments/\(codeDeployment)?region=\(parts[3])"
    }
}
