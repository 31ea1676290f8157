import AWSServices

/// Somebody else, known by what they did.
package struct Rival: Sendable, Equatable {
    /// When it was noticed.
    package let during: Write?
    /// What they changed.
    package let differences: [Difference]
    /// `nil`: it is not the alias that they moved.
    package let alias: AliasMove?

    package init(during: Write?, differences: [Difference]) {
        self.during = during
        self.differences = differences
        alias = nil
    }

    package init(during: Write?, movedAlias move: AliasMove) {
        self.during = during
        differences = [move.difference]
        alias = move
    }
}

/// An alias that somebody else has moved.
package struct AliasMove: Sendable, Equatable {
    package let name: String
    /// As it stood when we last knew of it; `nil`: it was not there.
    package let before: AliasConfiguration?
    /// As they left it; `nil`: they deleted it.
    package let standing: AliasConfiguration?

    package init(name: String, before: AliasConfiguration?, standing: AliasConfiguration?) {
        self.name = name
        self.before = before
        self.standing = standing
    }

    fileprivate var difference: Difference {
        Difference(
            name: "Alias \(name)", before: before.map { .string($0.traffic) },
            after: standing.map { .string($0.traffic) })
    }
}

/// - Throws: a rival, if there is anything that only somebody else can have done.
package func requireNoRival(_ deviations: [Difference], during write: Write?) throws(Interruption) {
    guard deviations.isEmpty else { throw .rival(Rival(during: write, differences: deviations)) }
}
