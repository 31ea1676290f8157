import AWSServices

extension AliasConfiguration {
    /// What was recorded when it was moved to where it points now; `nil`: nothing was, or somebody has moved it since.
    package var record: ReleaseRecord? { record(of: VersionNumber(functionVersion)) }

    func record(of version: VersionNumber?) -> ReleaseRecord? {
        ReleaseRecord(in: description).flatMap { version != nil && $0.version == version ? $0 : nil }
    }

    /// The version before the one that it points to, as a record tells it. One that names the present version tells nothing.
    func previous(by record: ReleaseRecord?) -> VersionNumber? {
        record?.previous.flatMap { $0.description == functionVersion ? nil : $0 }
    }
}

extension FunctionConfiguration {
    /// What was recorded when the version was published.
    package var record: ReleaseRecord? { description.flatMap(ReleaseRecord.init(in:)) }

    /// Its description, without our record.
    package var humanDescription: String { ReleaseRecord.humanText(of: description ?? "") }
}

/// The description of an alias that is moved to `version`: its own text, and the record of this move.
///
/// Going forth, what is recorded as the version before is the one that it leaves. Going back, it is the one that the target
/// itself has before it, so that going back again goes further back, never forth to what was broken.
/// - Parameters:
///   - alias: as it stands; `nil`: it is created.
///   - apart: how the version differs from the `$LATEST` that it was made of just now.
package func aliasDescription(
    of alias: AliasConfiguration?, movedTo version: FunctionConfiguration, by run: WorkflowRun?, goingBack: Bool,
    apart: VersionsApart?
) -> String {
    let number = version.versionNumber
    let previous: VersionNumber? =
        if goingBack || alias?.functionVersion == number?.description {
            alias?.record(of: number)?.previous ?? version.record?.previous
        } else {
            alias.flatMap { VersionNumber($0.functionVersion) }
        }
    return ReleaseRecord(version: number, run: run, previous: previous, apart: apart)
        .written(after: alias?.description ?? "")
}

/// The description of an alias that is put back: the one that it had, unless somebody has written another text since. That
/// text stays, with the record that was there before.
/// - Parameters:
///   - origin: the description from before our writes.
///   - now: the one that is written over.
package func description(putBackTo origin: String, over now: String) -> String {
    let isOurs = now == origin || ReleaseRecord(in: now)?.written(after: origin) == now
    if isOurs { return origin }
    let none = ReleaseRecord(version: nil, run: nil, previous: nil, apart: nil)
    return (ReleaseRecord(in: origin) ?? none).written(after: now)
}
