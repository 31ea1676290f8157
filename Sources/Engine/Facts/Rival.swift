/// Somebody else, known by what they did.
package struct Rival: Sendable, Equatable {
    /// When it was noticed.
    package let during: Write?
    /// What they changed.
    package let differences: [Difference]

    package init(during: Write?, differences: [Difference]) {
        self.during = during
        self.differences = differences
    }
}

/// - Throws: a rival, if there is anything that only somebody else can have done.
package func requireNoRival(_ deviations: [Difference], during write: Write?) throws(Interruption) {
    guard deviations.isEmpty else { throw .rival(Rival(during: write, differences: deviations)) }
}
