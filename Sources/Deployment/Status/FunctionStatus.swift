import AWSCore
import AWSServices
import Engine

/// What a function is up to, as a few reads tell it. What cannot be read is left out by itself, and says why.
package struct FunctionStatus: Sendable, Equatable {
    package let name: String
    package let latest: FunctionConfiguration
    package let aliases: Result<[AliasConfiguration], AWSFailure>
    /// Oldest first.
    package let versions: Result<[FunctionConfiguration], AWSFailure>
    /// By the alias or the version that it is for.
    package let provisioned: Result<[String: ProvisionedConcurrency], AWSFailure>

    package init(
        name: String, latest: FunctionConfiguration, aliases: Result<[AliasConfiguration], AWSFailure>,
        versions: Result<[FunctionConfiguration], AWSFailure>,
        provisioned: Result<[String: ProvisionedConcurrency], AWSFailure>
    ) {
        self.name = name
        self.latest = latest
        self.aliases = aliases
        self.versions = versions
        self.provisioned = provisioned
    }
}

/// Whether a deployment could change a function now.
package enum Deployability: Sendable, Equatable {
    case now
    /// It could, and may be the cure of what stands: an update that failed, an image that cannot be had.
    case asACure(StatedReason)
    /// It would wait until this has passed.
    case afterWaiting(Status)
    case never(StatedReason)
}

extension FunctionStatus {
    package var deployability: Deployability {
        switch Readiness(ofLatest: latest) {
        case .settled: .now
        case .lastUpdateFailed: .asACure(latest.reasonOfLastUpdate)
        case .imageFailed: .asACure(latest.reasonOfState)
        case .notYet: .afterWaiting(Status(latest))
        case .failed: .never(latest.reasonOfState)
        }
    }

    /// Where a rollback without a version of its own would take the alias; `nil`: nothing older is known.
    package func wayBack(of alias: AliasConfiguration) -> WayBack? {
        if let way = alias.recordedWayBack { return way }
        let versions = (try? self.versions.get()) ?? []  // why they are missing is told by itself
        let present = versions.first { $0.version == alias.functionVersion }
        if let way = alias.wayBack(recordedIn: present) { return way }
        return guessedPrevious(of: alias, among: versions.compactMap(\.versionNumber)).map {
            WayBack(target: $0, reason: .guessed)
        }
    }

    /// The aliases that give traffic to a version.
    package func aliases(serving version: FunctionConfiguration) -> [AliasConfiguration] {
        let aliases = (try? self.aliases.get()) ?? []  // why they are missing is told by itself
        return aliases.filter { alias in
            alias.functionVersion == version.version
                || alias.additionalVersionWeights.keys.contains { $0 == version.version }
        }
    }
}
