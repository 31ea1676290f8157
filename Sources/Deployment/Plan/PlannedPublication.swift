import Engine

/// The version that is to be published, and the alias that is to serve it.
package struct PlannedPublication: Sendable {
    package enum Target: String, Sendable, CaseIterable {
        /// A version with a number of its own.
        case version
        /// `$LATEST.PUBLISHED`, which no alias shields.
        case latestPublished = "latest-published"
    }

    /// `nil`: what callers reach; see ``target(of:)``.
    package var target: Target?
    /// At most 256 characters.
    package var versionDescription: String
    /// The alias that is to point at the version.
    package var alias: String?
    package var traffic: PlannedTraffic

    package init(target: Target?, versionDescription: String, alias: String?, traffic: PlannedTraffic) {
        self.target = target
        self.versionDescription = versionDescription
        self.alias = alias
        self.traffic = traffic
    }
}

extension PlannedPublication {
    /// Without an alias, callers of a function on managed instances reach `$LATEST.PUBLISHED`, and nothing else.
    package func target(of content: FunctionContent) -> Target {
        target ?? (content.isManaged && alias == nil ? .latestPublished : .version)
    }
}
