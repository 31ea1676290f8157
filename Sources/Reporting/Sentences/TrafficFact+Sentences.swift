import AWSCore
import AWSServices
import Deployment
import Engine

extension TrafficFact {
    var sentences: [Sentence] {
        switch self {
        case .alarmsSeen(let look) where look.isEmpty: [.said("No alarm was found")]
        case .alarmsSeen(let look):
            [.said("Alarms: " + look.map { "\(ours: $0.name) \(ours: $0.state.description)" }.joined(separator: ", "))]
        case .alarmsAlreadyOn(let alarms):
            [
                .warning(
                    title: "an alarm was already firing",
                    "\(alarms.map(\.wording).joined(separator: " ")) It is ignored until it has recovered, "
                        + "because this deployment may be the fix.")
            ]
        case .notShared(let alias, let reason): [.said(reason.wording(alias))]
        case .shiftBegan(let origin, let standing, let version):
            if origin == standing {
                [
                    .said(
                        "Shifting alias \(ours: origin.name) from version \(ours: origin.traffic) to version \(ours: version) in steps"
                    )
                ]
            } else {
                [
                    .said(
                        "An earlier run left alias \(ours: origin.name) half-way, at version \(ours: standing.traffic): "
                            + "going on from there to version \(ours: version)")
                ]
            }
        case .shifted(let alias, _): [.said("Alias \(ours: alias.name) now points to version \(ours: alias.traffic)")]
        case .holdBegan(let share, let lasts): [.said("Watching \(share) for \(lasts)")]
        case .held(let share, let waited, let lasts):
            [.said("All is well at \(share), \(waited) of \(lasts)")]
        case .blind(let reason): [.said("Nothing can be seen at the moment (\(reason)); looking again")]
        case .sightRegained: [.said("Alarms and alias can be seen again")]
        case .foundWarmingUp(let alias):
            [
                .said(
                    "Alias \(ours: alias.name) is at version \(ours: alias.traffic): AWS is warming up its provisioned concurrency, and "
                        + "will take that weight away by itself")
            ]
        case .warmUpUntold(let reason): [provisioningUntold(reason)]
        // That it is warm was told when the wait ended.
        case .warmedUp: []
        case .leftWarmingUp(let alias, let status, let waited, let isGoingBack):
            [notReady(alias, status, waited, isGoingBack)]
        case .codeDeploy(let fact): fact.sentences
        }
    }
}

private func provisioningUntold(_ reason: Wording) -> Sentence {
    .warning(
        title: "provisioned concurrency could not be looked at",
        "\(reason). If the alias has any, AWS gives all its traffic to the version before until the new "
            + "instances are warm; such a weight is waited for, and believed to be AWS's. To be sure, allow "
            + "lambda:GetProvisionedConcurrencyConfig.")
}

private func notReady(
    _ alias: AliasConfiguration, _ status: Status, _ waited: Duration, _ isGoingBack: Bool
) -> Sentence {
    let reason: Wording =
        isGoingBack
        ? "The alias is not put back for that: a slow first call beats the version that it came from."
        : "It is left to AWS, as on-wait-timeout says."
    return .warning(
        title: "provisioned concurrency is not ready",
        "After \(waited) alias \(ours: alias.name) is at version \(ours: alias.traffic), and its provisioned concurrency at "
            + "\(supplied: status.description.withoutFullStop). \(reason)")
}

extension NotShared {
    fileprivate func wording(_ alias: AliasConfiguration?) -> Wording {
        switch self {
        case .aliasIsNew: "The alias is new, so there is no traffic to shift: it gets all of it at once"
        case .servesLatest: "The alias serves $LATEST, which cannot share traffic: all of it moves at once"
        case .servesTheVersion: "Alias \(alias?.wording ?? "") already serves the version: the rest moves at once"
        }
    }
}

extension Alarm {
    /// A sentence of its own: `errors is in ALARM: Threshold Crossed.`
    var wording: Wording {
        let why: Wording = reason.map { ": \(supplied: $0.withoutFullStop)" } ?? ""
        return "\(ours: name) is in \(ours: state.description)\(why)."
    }
}
