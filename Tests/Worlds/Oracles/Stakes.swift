import ControlPlaneSimulator
import Deployment

extension Promise {
    /// Whether the promise could have been broken there at all: an oracle that is never asked proves nothing.
    package func isAtStake(in evidence: Evidence) -> Bool {
        let isLost: (SentRequest) -> Bool = { $0.author == evidence.author && $0.fault?.leavesDoubt == true }
        return switch self {
        case .noBlindWrites: evidence.requests.contains { $0.operation?.isWrite == true }
        case .noMixedVersions: !evidence.ownVersions.isEmpty
        case .noUntestedTraffic: !evidence.ownAliasMoves.isEmpty
        case .lostAnswersAreLookedUp: evidence.run.world.sent.contains { $0.operation?.isWrite == true && isLost($0) }
        case .nothingToDoMeansNoWrites:
            evidence.wanted.isDryRun
                || evidence.facts.contains { if case .planned(let changes) = $0 { changes.isEmpty } else { false } }
        case .failureLeavesAKnownState: !evidence.isSuccess
        case .rivalsAreToldApart: evidence.isTouched || evidence.isStale
        case .nothingLeaks, .itEnds: true
        }
    }
}
