import AWSServices

/// Why there is nothing to roll back to.
package enum RollbackObstacle: Sendable, Equatable {
    case noAlias(String)
    /// No older version exists.
    case nothingBefore(String)
    case gone(RollbackDecision, [RollbackCandidate])
    case noneDescribed(String, [RollbackCandidate])
    case ambiguous(String, [RollbackCandidate])
    /// Somebody has moved the alias since it was decided what to roll back.
    case movedMeanwhile(RollbackDecision, to: String)
}

/// A version that somebody may have meant.
package struct RollbackCandidate: Sendable, Equatable {
    private static let most = 5

    package let number: VersionNumber
    package let description: String

    /// The newest, newest first.
    package static func of(_ versions: [FunctionConfiguration], except present: String) -> [RollbackCandidate] {
        versions.reversed().lazy.filter { $0.version != present }.prefix(most).compactMap { version in
            version.versionNumber.map { RollbackCandidate(number: $0, description: version.humanDescription) }
        }
    }
}
