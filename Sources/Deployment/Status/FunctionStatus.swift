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

extension FunctionStatus {
    // Without what could not be read, for which `unseen` has the reasons.
    package var knownAliases: [AliasConfiguration] { if case .success(let aliases) = aliases { aliases } else { [] } }
    package var knownVersions: [FunctionConfiguration] {
        if case .success(let versions) = versions { versions } else { [] }
    }

    /// `nil`: there is none, or none was seen.
    package func provisionedConcurrency(of qualifier: String) -> ProvisionedConcurrency? {
        if case .success(let found) = provisioned { found[qualifier] } else { nil }
    }

    package var unseen: [(what: String, failure: AWSFailure)] {
        [
            ("Aliases are", aliases.failure), ("Versions are", versions.failure),
            ("Provisioned concurrency is", provisioned.failure),
        ]
        .compactMap { what, failure in failure.map { (what, $0) } }
    }
}

extension Result {
    fileprivate var failure: Failure? { if case .failure(let failure) = self { failure } else { nil } }
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
        let present = knownVersions.first { $0.version == alias.functionVersion }
        if let way = alias.wayBack(recordedIn: present) { return way }
        return guessedPrevious(of: alias, among: knownVersions.compactMap(\.versionNumber)).map {
            WayBack(target: $0, reason: .guessed)
        }
    }

    /// The aliases that give traffic to a version.
    package func aliases(serving version: FunctionConfiguration) -> [AliasConfiguration] {
        knownAliases.filter { $0.servedVersions.contains { $0 == version.versionNumber } }
    }
}
