import AWSCore
import AWSServices
import Engine

/// What happens while an alias's traffic goes over to another version, other than at once.
package enum TrafficFact: Sendable {
    // Alarms
    /// What a look at the alarms showed; only told when a state is another than at the look before.
    case alarmsSeen([Alarm])
    /// They are on as the run begins, and are passed over until they have been OK.
    case alarmsAlreadyOn([Alarm])

    // Steps
    /// The alias cannot be shared between two versions, so it goes over at once.
    case notShared(AliasConfiguration?, reason: NotShared)
    /// - Parameters:
    ///   - origin: what the alias goes back to if it cannot go on.
    ///   - standing: what stood when the shift began; half-way already if an earlier run was interrupted.
    case shiftBegan(origin: AliasConfiguration, standing: AliasConfiguration, to: String)
    case shifted(AliasConfiguration, to: TrafficShare)
    case holdBegan(TrafficShare, lasts: Duration)
    case held(TrafficShare, for: Duration, of: Duration)
    /// Neither alias nor alarms tell anything at the moment.
    case blind(reason: Wording)
    case sightRegained

    // Provisioned concurrency
    /// The run found it so: a weight of AWS's own stands, and is left alone.
    case foundWarmingUp(AliasConfiguration)
    /// Nobody may ask, or no answer came: a weight that may be AWS's own is believed to be.
    case warmUpUntold(reason: Wording)
    /// All is warm, or nothing is kept warm.
    case warmedUp(AliasConfiguration)
    /// For `on-wait-timeout: attempt`, or in a rollback, which a broken version is not to outlast.
    case leftWarmingUp(AliasConfiguration, Status, waited: Duration, isGoingBack: Bool)

    case codeDeploy(CodeDeployFact)
}
