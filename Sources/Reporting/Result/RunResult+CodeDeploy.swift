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
        guard let codeDeployment else { return nil }
        return console?.codeDeployment(codeDeployment)
    }
}
