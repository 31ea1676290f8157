import AWSServices
import Deployment
import Engine

extension TrafficFact {
    var sentences: [Sentence] {
        switch self {
        case .alarmsSeen(let look) where look.isEmpty: [.said("No alarm was found")]
        case .alarmsSeen(let look): [.said("Alarms: " + look.map { "\($0.name) \($0.state)" }.joined(separator: ", "))]
        case .alarmsAlreadyOn(let alarms):
            [
                .warning(
                    title: "An alarm was on before this deployment",
                    "\(alarms.map(\.wording).joined(separator: " ")) It is passed over until it has been OK, "
                        + "for this deployment may be the cure.")
            ]
        case .notShared(let alias, let reason): [.said(reason.wording(alias))]
        case .shiftBegan(let origin, let standing, let version):
            if origin == standing {
                [.said("Shifting alias \(origin.name) from version \(origin.traffic) to version \(version) in steps")]
            } else {
                [
                    .said(
                        "An earlier run left alias \(origin.name) half-way, at version \(standing.traffic): "
                            + "going on from there to version \(version)")
                ]
            }
        case .shifted(let alias, _): [.said("Alias \(alias.name) now points to version \(alias.traffic)")]
        case .holdBegan(let share, let lasts): [.said("Watching \(share) for \(lasts.wording)")]
        case .held(let share, let waited, let lasts):
            [.said("All is well at \(share), \(waited.wording) of \(lasts.wording)")]
        case .blind(let reason): [.said("Nothing can be seen at the moment (\(reason)); looking again")]
        case .sightRegained: [.said("Alarms and alias can be seen again")]
        case .foundWarmingUp(let alias):
            [
                .said(
                    "Alias \(alias.name) is at version \(alias.traffic): AWS is warming up its provisioned concurrency, and "
                        + "will take that weight away by itself")
            ]
        case .warmUpUntold(let reason): [provisioningUntold(reason)]
        // That it is warm was told when the wait ended.
        case .warmedUp: []
        case .leftWarmingUp(let alias, let status, let waited): [notReady(alias, status, waited)]
        case .codeDeploy(let fact): fact.sentences
        }
    }
}

private func provisioningUntold(_ reason: String) -> Sentence {
    .warning(
        title: "Provisioned concurrency could not be looked at",
        "\(reason.withoutFullStop). If the alias has any, AWS gives all its traffic to the version before until the new "
            + "instances are warm; such a weight is waited for, and believed to be AWS's. To be sure, allow "
            + "lambda:GetProvisionedConcurrencyConfig.")
}

private func notReady(_ alias: AliasConfiguration, _ status: Status, _ waited: Duration) -> Sentence {
    .warning(
        title: "Provisioned concurrency is not ready",
        "After \(waited.wording) alias \(alias.name) is at version \(alias.traffic), and its provisioned concurrency at "
            + "\(status.description.withoutFullStop). It is left to AWS, as on-wait-timeout says.")
}

extension NotShared {
    fileprivate func wording(_ alias: AliasConfiguration?) -> String {
        switch self {
        case .aliasIsNew: "The alias is new, so there is no traffic to be shared: it gets all at once"
        case .servesLatest: "The alias serves $LATEST, with which AWS shares no traffic: all goes over at once"
        case .servesTheVersion: "Alias \(alias?.wording ?? "") serves the version already: the rest goes over at once"
        }
    }
}

extension Alarm {
    /// A sentence of its own: `errors is in ALARM: Threshold Crossed.`
    var wording: String {
        "\(name) is in \(state)\(reason.map { ": \($0.withoutFullStop)" } ?? "")."
    }
}
