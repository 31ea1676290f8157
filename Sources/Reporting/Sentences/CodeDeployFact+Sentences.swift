import AWSCore
import AWSServices
import Deployment

extension CodeDeployFact {
    var sentences: [Sentence] {
        switch self {
        case .starting(let group, let spec, _):
            [
                .said(
                    "Handing alias \(ours: spec.alias) to CodeDeploy's group \(supplied: group.name) of \(supplied: group.application): "
                        + "version \(ours: spec.currentVersion) to \(ours: spec.targetVersion)")
            ]
        case .started(let id): [.said("Deployment \(ours: id) is under way")]
        case .takenUp(let id): [.said("Deployment \(ours: id), started earlier, does the same: following it")]
        case .otherFound(let id): [.said("Someone else's deployment \(ours: id) is under way in this group")]
        case .seen(let id, let status, let waited):
            [.said("Deployment \(ours: id): \(ours: "\(status)"), after \(waited)")]
        case .left(let id): [.said("Deployment \(ours: id) is left to CodeDeploy (wait: false)")]
        case .ended(let deployment):
            [.said("Deployment \(ours: deployment.id) has ended: \(ours: "\(deployment.status)")")]
        case .toldToStop(let id): [.said("Deployment \(ours: id) was told to stop and to move the alias back")]
        }
    }
}
