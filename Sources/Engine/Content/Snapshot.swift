import AWSServices

/// `$LATEST` as one look showed it, once nothing was going on any more.
package struct Snapshot: Sendable {
    package let function: FunctionDescription
    package let content: FunctionContent
    package let readiness: Readiness
    package let lineage: Lineage

    package init(_ function: FunctionDescription, lineage: Lineage) {
        self.function = function
        content = FunctionContent(of: function)
        readiness = Readiness(ofLatest: function.configuration)
        self.lineage = lineage
    }

    /// The guard of the next write. Only other control planes have none.
    package var revisionId: String? { function.configuration.revisionId }

    /// Whether there has been an update. A tag moves the revision, too, but what only an update ends shows still.
    package func isUpdated(since before: Snapshot) -> Bool {
        revisionId != before.revisionId && !(readiness.wantsACure && readiness == before.readiness)
    }

    /// The same, knowing that what stood before under another revision is past.
    package func following(_ before: Snapshot) -> Snapshot {
        revisionId == before.revisionId ? self : Snapshot(function, lineage: before.lineage.succeeding(before))
    }
}

/// What we know to be past, so that a read that lags behind is not taken for news.
///
/// A RevisionId moves with every write and again when the update ends, so one that stood before our own write cannot
/// be what stands after it.
package struct Lineage: Sendable {
    private var supersededRevisions: Set<String> = []
    /// `LastModified` of our last write, to the second: of fixed width, so that text order is time order.
    private var lastModified: String?

    package init() {}

    package func isStale(_ configuration: FunctionConfiguration) -> Bool {
        if let revision = configuration.revisionId, supersededRevisions.contains(revision) { return true }
        guard let shown = second(of: configuration), let lastModified else { return false }
        return shown < lastModified
    }

    /// After a write that was guarded by `snapshot` and answered with `answer`.
    package func succeeding(_ snapshot: Snapshot, by answer: FunctionConfiguration) -> Lineage {
        var lineage = self
        if let revision = snapshot.revisionId, revision != answer.revisionId {
            lineage.supersededRevisions.insert(revision)
        }
        lineage.lastModified = second(of: answer) ?? lastModified
        return lineage
    }

    /// After the function was created with `answer`.
    package static func created(by answer: FunctionConfiguration) -> Lineage {
        var lineage = Lineage()
        lineage.lastModified = lineage.second(of: answer)
        return lineage
    }

    /// After a refusal that proves that `snapshot` is past: its RevisionId is no longer the latest.
    package func succeeding(_ snapshot: Snapshot) -> Lineage {
        var lineage = self
        if let revision = snapshot.revisionId { lineage.supersededRevisions.insert(revision) }
        return lineage
    }

    /// `2026-11-21T10:00:00` of `2026-11-21T10:00:00.000+0000`; `nil` where it is written otherwise.
    private func second(of configuration: FunctionConfiguration) -> String? {
        guard let text = configuration.lastModified?.prefix(19), text.count == 19 else { return nil }
        return text.dropFirst(10).first == "T" ? String(text) : nil
    }
}
