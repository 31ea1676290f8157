import AWSCore
import AWSServices

/// Something that happened between us and a control plane, in the order it did.
package enum EngineFact: Sendable {
    // Waiting
    case waitBegan(Waiting)
    case polled(Waiting, Status, waited: Duration, limit: Duration, isNews: Bool)
    case staleReadIgnored(Waiting)
    case waitEnded(Waiting, Status, waited: Duration)
    case timedOutAttempting(Waiting, Status, waited: Duration)

    // Writing
    case sending(Write)
    /// AWS took it, by its answer or by what was found afterwards.
    case accepted(Write)
    /// It has taken effect, and what then stands was read again.
    case done(Write)
    case latestSettled(FunctionConfiguration)
    case answerLost(Write, reason: String)
    case foundArrived(Write)
    case retriedAfterRefusal(Write, Refusal)
    case aliasWriteSent(from: AliasConfiguration?, to: Routing)
    /// It was there, and a look after our last write did not find it.
    case aliasGone(name: String)

    // Conflicts
    case refusedByConflict(Write, Refusal)
    /// A look after a refusal or a lost answer: what the write was decided on still stands.
    case foundUntouched(Write)
    /// The same, but other code stands there, and nobody can tell whether it is ours.
    case foundOtherCode(Write)
    /// Members that nobody here knows moved with our own write.
    case takenForAWSs([Difference])
}
