import AWSServices
import Engine

/// What happens with a deployment of CodeDeploy's.
package enum CodeDeployFact: Sendable {
    /// CreateDeployment is about to be sent; from here on one of ours may be under way.
    case starting(DeploymentGroup, AliasAppSpec, origin: AliasConfiguration)
    case started(id: String)
    /// An earlier run's, for the same move of the alias: it is followed.
    case takenUp(id: String)
    /// Somebody else's is under way in the group.
    case otherFound(id: String)
    case seen(id: String, CodeDeployment.Status, waited: Duration)
    /// `wait: false`.
    case left(id: String)
    case ended(CodeDeployment)
    case toldToStop(id: String)
}

/// A deployment of ours that may be under way.
struct CodeDeployDoubt {
    let group: DeploymentGroup
    let spec: AliasAppSpec
    let origin: AliasConfiguration
    /// `nil`: whether there is one is not known.
    fileprivate(set) var id: String?
}

extension Journal {
    /// `nil`: none of ours is under way, or it is meant to go on.
    var codeDeployInDoubt: CodeDeployDoubt? {
        var doubt: CodeDeployDoubt?
        for entry in entries {
            guard case .traffic(.codeDeploy(let fact)) = entry.fact else { continue }
            switch fact {
            case .starting(let group, let spec, let origin):
                doubt = CodeDeployDoubt(group: group, spec: spec, origin: origin, id: nil)
            case .started(let id), .takenUp(let id): doubt?.id = id
            case .left, .ended, .toldToStop, .otherFound: doubt = nil
            case .seen: break
            }
        }
        return doubt
    }
}
