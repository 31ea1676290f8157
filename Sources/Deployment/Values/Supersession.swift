/// A newer run of the same workflow has released already what the alias serves.
package struct Supersession: Sendable, Equatable {
    package let alias: String
    /// What the alias serves.
    package let version: String
    package let newer: WorkflowRun
    package let ours: WorkflowRun
}
