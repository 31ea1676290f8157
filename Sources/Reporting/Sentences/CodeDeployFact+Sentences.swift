import AWSServices
import Deployment

extension CodeDeployFact {
    var sentences: [Sentence] {
        switch self {
        case .starting(let group, let spec, _):
            [
                .said(
                    "Handing alias \(spec.alias) to CodeDeploy's group \(group.name) of \(group.application): "
                        + "version \(spec.currentVersion) to \(spec.targetVersion)")
            ]
        case .started(let id): [.said("Deployment \(id) is under way")]
        case .takenUp(let id): [.said("Deployment \(id), begun earlier, does just this: it is followed")]
        case .otherFound(let id): [.said("Somebody else's deployment \(id) is under way in this group")]
        case .seen(let id, let status, let waited): [.said("Deployment \(id): \(status), after \(waited.wording)")]
        case .left(let id): [.said("Deployment \(id) is left to CodeDeploy (wait: false)")]
        case .ended(let deployment): [.said("Deployment \(deployment.id) has ended: \(deployment.status)")]
        case .toldToStop(let id): [.said("Deployment \(id) is told to stop and to put the alias back")]
        }
    }
}
