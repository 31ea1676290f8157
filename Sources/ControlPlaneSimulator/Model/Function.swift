extension ControlPlane {
    /// One function with everything that hangs on it.
    package struct Function: Sendable {
        package let name: String
        package let arn: String
        package internal(set) var latest: Version
        /// Published versions, oldest first.
        package internal(set) var versions: [Version]
        /// `$LATEST.PUBLISHED`, on managed instances.
        package internal(set) var latestPublished: LatestPublished?
        package internal(set) var aliases: [String: Alias]
        package internal(set) var tags: [String: String]
        /// By the version or the alias that it is for.
        package internal(set) var provisioned: [String: ProvisionedConcurrency]
        /// Versions that CloudFront has copies of, and what calls versions by their number.
        package internal(set) var replicated: Set<String> = []
        package internal(set) var undeletable: [String: Obstacle] = [:]
        package internal(set) var uses: [VersionUse: Set<String>] = [:]
        package var behaviour: Behaviour
        /// What invocations of `$LATEST` run: an update takes effect only when it ends well.
        package internal(set) var servedCodeSha256: String
        /// Version numbers are never used again, not even after a deletion.
        package internal(set) var lastNumber: Int
        /// Whether an update call was accepted since the last version: that, not different bytes, makes a new version.
        package internal(set) var changedSincePublished: Bool
    }

    package struct LatestPublished: Sendable {
        package internal(set) var version: Version
        /// Whether an update call was accepted since.
        var isOutdated: Bool
    }

    /// What names a version, or by the function's name alone `$LATEST`, other than an alias.
    package enum VersionUse: Sendable, CaseIterable {
        case eventSourceMapping, eventInvokeConfig, policy, durableExecution
        /// Of `$LATEST` only.
        case url
        /// It goes on with its version when it is resumed.
        case pausedExecution
    }

    /// What comes of deleting a version for which AWS, or a policy, makes an exception.
    package enum Obstacle: Sendable, CaseIterable {
        case fault, denial, throttling
    }

    package struct Alias: Sendable, Equatable {
        package let name: String
        package internal(set) var functionVersion: String
        package internal(set) var description: String
        package internal(set) var weights: [String: Double]
        package internal(set) var revisionId: String
    }
}

extension ControlPlane.Alias {
    package var withoutWeights: ControlPlane.Alias {
        var alias = self
        alias.weights = [:]
        return alias
    }
}

extension ControlPlane {
    package static let latestPublished = "$LATEST.PUBLISHED"
}

extension ControlPlane.Function {
    /// The version that a qualifier names, through an alias if need be; `nil` is `$LATEST`.
    package func version(_ qualifier: String?) -> ControlPlane.Version? {
        guard let qualifier, qualifier != "$LATEST" else { return latest }
        if qualifier == ControlPlane.latestPublished { return latestPublished?.version }
        let number = aliases[qualifier]?.functionVersion ?? qualifier
        return number == "$LATEST" ? latest : versions.first { $0.name == number }
    }

    package func qualifiedArn(_ qualifier: String?) -> String {
        qualifier.map { "\(arn):\($0)" } ?? arn
    }
}
