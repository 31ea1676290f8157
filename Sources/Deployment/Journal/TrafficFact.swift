import AWSServices

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
    case blind(reason: String)
    case sightRegained

    case codeDeploy(CodeDeployFact)
}

/// Why an alias goes over at once although steps are planned.
package enum NotShared: Sendable, Equatable {
    case aliasIsNew
    /// AWS shares traffic between published versions only.
    case servesLatest
    /// It serves the version already, but for leftover weights.
    case servesTheVersion
}

/// Why traffic was not brought over.
package enum TrafficFailure: Sendable, Equatable {
    case alarmsMissing([String])
    /// `alarms-already-on: fail`.
    case alarmsAlreadyOn([Alarm])
    /// - Parameter at: the share that the version had then; `nil`: none yet.
    case alarm(Alarm, at: TrafficShare?)
    /// It was on already, and so was the share (0 to 1) that an earlier run had given the version.
    case alarmAtHalfWay(Alarm, standing: Double)
    /// For so long nobody could see whether all is well.
    case blind(for: Duration, reason: String)
    /// CodeDeploy ended the deployment otherwise than with success.
    case codeDeploy(CodeDeployment)
}
