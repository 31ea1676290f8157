/// What a run is to do.
package enum RunMode: String, Sendable, CaseIterable {
    case deploy
    /// Nothing is written.
    case plan
    case rollback
}
