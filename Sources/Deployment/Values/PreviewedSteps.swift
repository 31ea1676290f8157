import AWSServices

/// What a run would do beside the changes, as far as it can be known without them.
package struct PreviewedSteps: Sendable {
    /// `nil`: nothing would be tested.
    package var tests: PreviewedTests?
    /// How the alias would move; `nil`: it would not, or it is still to be created.
    package var traffic: PlannedTraffic?
    package var deletion: PreviewedDeletion
}

package struct PreviewedTests: Sendable, Equatable {
    package enum Subject: String, Sendable {
        case latest = "$LATEST"
        case version = "the version"
    }

    /// In the order in which they would run; `nil`: the only one.
    package let names: [String?]
    package let subjects: [Subject]
}

package enum PreviewedDeletion: Sendable {
    /// The oldest first. Each stays if something turns out to call it by its number.
    case of([VersionNumber])
    /// Why nobody knows.
    case unknown(DeploymentFailure)
}

extension DeploymentPlan {
    /// What would be tested of a function as it would then stand.
    /// - Parameter version: the one that is there already; `nil`: it is still to be published.
    func previewedTests(
        target: SmokeTests.Target, version: String?, from alias: AliasConfiguration?
    ) -> PreviewedTests? {
        guard let tests = smokeTests?.tests else { return nil }
        let subjects: [PreviewedTests.Subject]
        switch (publication, version) {
        case (nil, _): subjects = target == .version ? [] : [.latest]
        case (_?, nil): subjects = target.subjects
        // Without an alias, nothing shows whether it passed when it was published.
        case (let publication?, _?) where publication.alias == nil: subjects = target == .latest ? [] : [.version]
        case (_?, let version?): subjects = alias?.isWholly(at: version) == true ? [] : [.version]
        }
        return subjects.isEmpty ? nil : PreviewedTests(names: tests.map(\.name), subjects: subjects)
    }

    /// How an alias would go over to a version; `nil` where it does not move, or is made.
    func previewedTraffic(to version: String?, from alias: AliasConfiguration?) -> PlannedTraffic? {
        guard let alias, publication?.alias != nil, !alias.isWholly(at: version) else { return nil }
        return publication?.traffic
    }
}

extension SmokeTests.Target {
    fileprivate var subjects: [PreviewedTests.Subject] {
        switch self {
        case .latest: [.latest]
        case .version: [.version]
        case .both: [.latest, .version]
        }
    }
}
