import AWSServices

/// The version that was live before the present one, and how that is known.
package struct WayBack: Sendable, Equatable {
    package let target: VersionNumber
    package let reason: RollbackDecision.Reason
}

extension AliasConfiguration {
    /// As the alias itself tells it: where a newer version has a share, back is where it points.
    var recordedWayBack: WayBack? {
        guard let present = VersionNumber(functionVersion) else { return nil }
        if servedVersions.contains(where: { $0 > present }) { return WayBack(target: present, reason: .halfShifted) }
        return previous(by: record).map { WayBack(target: $0, reason: .recordedInAlias) }
    }

    /// As the version that it points to tells it. A record of the alias that knows of none before says that the alias is new:
    /// the version's is then that of another one.
    func wayBack(recordedIn present: FunctionConfiguration?) -> WayBack? {
        guard record == nil else { return nil }
        return previous(by: present?.record).map { WayBack(target: $0, reason: .recordedInVersion) }
    }
}
