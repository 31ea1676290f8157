import AWSCore
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

    /// With `wait: false`: the one that goes on by itself.
    var leftToCodeDeploy: String? {
        last { if case .traffic(.codeDeploy(.left(let id))) = $0 { id } else { nil } }
    }

    /// Where the AWS console shows it; `nil`: there is none, or the function's ARN is none of AWS's.
    var codeDeployLink: String? {
        guard let codeDeployment, let arn = functionArn.flatMap(ARN.init) else { return nil }
        let domain =
            switch arn.partition {
            case "aws-cn": "console.amazonaws.cn"
            case "aws-us-gov": "console.amazonaws-us-gov.com"
            default: "console.aws.amazon.com"
            }
        return "https://\(arn.region).\(domain)/codesuite/codedeploy/deployments/\(codeDeployment)?region=\(arn.region)"
    }
}
