/// What to do when somebody else changes the function meanwhile.
package struct ConflictPolicy: Sendable {
    package enum OnConflict: String, Sendable, CaseIterable {
        /// Start over from what then stands.
        case retry
        case fail
    }

    package var onConflict: OnConflict
    /// How often a deployment may start over after a rival.
    package var maxRetries: Int

    package init(onConflict: OnConflict, maxRetries: Int) {
        self.onConflict = onConflict
        self.maxRetries = maxRetries
    }
}
