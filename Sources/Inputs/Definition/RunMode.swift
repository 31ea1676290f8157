/// What a run is to do.
package enum RunMode: String, Sendable, CaseIterable {
    case deploy
    /// Nothing is written.
    case plan
    case rollback
    /// The zip is made and kept, and nothing is asked of AWS.
    case package
    /// The policies for it are printed.
    case permissions
    /// What the function is up to is shown.
    case status
}
