import AWSServices
import Synchronization

/// What a conversation has learnt that no single look shows: it outlives every attempt.
final class Memory: Sendable {
    private struct Learnt {
        /// RevisionIds of aliases that we have written over, or have tried to.
        var aliasRevisions: Set<String> = []
        /// Members that nobody here knows, and that AWS itself was seen to move.
        var movedByAWS: Set<String> = []
        /// What of `$LATEST` is past.
        var lineage = Lineage()
    }

    private let learnt = Mutex(Learnt())

    func noteWrite(over alias: AliasConfiguration?) {
        guard let revision = alias?.revisionId else { return }
        _ = learnt.withLock { $0.aliasRevisions.insert(revision) }
    }

    /// Whether an alias with this RevisionId is past: we wrote over it, and then went on from another.
    func hasWritten(overAlias revision: String, before base: AliasConfiguration?) -> Bool {
        revision != base?.revisionId && learnt.withLock { $0.aliasRevisions.contains(revision) }
    }

    func noteMovedByAWS(_ names: [String]) {
        learnt.withLock { $0.movedByAWS.formUnion(names) }
    }

    var movedByAWS: Set<String> { learnt.withLock { $0.movedByAWS } }

    func note(_ lineage: Lineage) {
        learnt.withLock { $0.lineage = lineage }
    }

    var lineage: Lineage { learnt.withLock { $0.lineage } }
}

extension FunctionEngine {
    /// A look that goes on from no snapshot knows what is past by this one.
    package func note(_ snapshot: Snapshot) {
        memory.note(snapshot.lineage)
    }

    /// What is known to be past for a look at `$LATEST` that goes on from no snapshot.
    package var lineage: Lineage { memory.lineage }

    /// AWS itself has changed the alias since it was so.
    package func notePast(_ alias: AliasConfiguration) {
        memory.noteWrite(over: alias)
    }

    /// Whether an alias with this RevisionId is past: we wrote over it, and then went on from another.
    package func hasWritten(overAlias revision: String, before base: AliasConfiguration?) -> Bool {
        memory.hasWritten(overAlias: revision, before: base)
    }
}
