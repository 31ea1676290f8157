import AWSServices

/// The versions that may be deleted, the oldest first: all but the newest `keeping`, what was just released and what is newer,
/// whatever an alias or provisioned concurrency points to, and where an alias would be rolled back to.
/// - Parameter served: what had traffic from an alias since the run began: for a moment, callers may still be sent there.
package func prunableVersions(
    of versions: [FunctionConfiguration], keeping: Int, released: VersionNumber?, aliases: [AliasConfiguration],
    provisioned: Set<String>, served: Set<VersionNumber>
) -> [VersionNumber] {
    let numbers = versions.compactMap(\.versionNumber).sorted()
    var kept = Set(numbers.suffix(keeping))
    kept.formUnion(aliases.flatMap(\.pointedTo))
    kept.formUnion(aliases.compactMap { recordedPrevious(of: $0, among: versions) })
    kept.formUnion(provisioned.compactMap(VersionNumber.init))
    kept.formUnion(served)
    // What is newer may be a rival's, who is about to move an alias to it.
    let candidates = numbers.filter { number in released.map { number < $0 } ?? true }
    return candidates.filter { !kept.contains($0) }
}

/// What `rollback-to: previous` would choose by the records.
private func recordedPrevious(of alias: AliasConfiguration, among versions: [FunctionConfiguration]) -> VersionNumber? {
    let present = versions.first { $0.version == alias.functionVersion }
    return alias.previous(by: alias.record) ?? alias.previous(by: present?.record)
}

extension AliasConfiguration {
    /// Weights of zero count, too: AWS refuses to delete what an alias names.
    var pointedTo: [VersionNumber] {
        ([functionVersion] + additionalVersionWeights.keys).compactMap(VersionNumber.init)
    }
}
