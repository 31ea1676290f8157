/// What came of the dry run that was asked for with a plan.
package enum DryRunFact: Sendable {
    case notMade(DryRunObstacle)
    case began
    /// AWS would take the code from this caller.
    case proved
    case notProved(DryRunDoubt)
}
