import AWSCore
import AWSServices

/// Why traffic was not brought over.
package enum TrafficFailure: Sendable, Equatable {
    case alarmsMissing([String])
    /// `alarms-already-on: fail`.
    case alarmsAlreadyOn([Alarm])
    /// - Parameter at: the share that the version had then; `nil`: none yet.
    case alarm(Alarm, at: TrafficShare?)
    /// It was on already, and so was the share (0 to 1) that an earlier run had given the version.
    case alarmAtHalfWay(Alarm, standing: Double)
    /// Asked again and again to give the version a share, AWS answered nothing that tells what came of it.
    case shareInDoubt(reason: String)
    /// For so long nobody could see whether all is well.
    case blind(for: Duration, reason: Wording)
    /// The instances that are kept warm for the alias could not be had for the version.
    case notWarm(alias: String, reason: String)
    /// CodeDeploy ended the deployment otherwise than with success.
    case codeDeploy(CodeDeployment)
}
