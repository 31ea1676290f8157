import AWSServices
import Synchronization

/// What a conversation has learnt that no single look shows: it outlives every attempt.
final class Memory: Sendable {
    private struct Learnt {
        /// RevisionIds of aliases that we have written over, or have tried to.
        var aliasRevisions: Set<String> = []
        /// Members that nobody here knows, and that AWS itself was seen to move.
        var movedByAWS: Set<String> = []
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
}

extension FunctionEngine {
    /// AWS itself has changed the alias since it was so.
    package func notePast(_ alias: AliasConfiguration) {
        memory.noteWrite(over: alias)
    }

    /// Whether an alias with this RevisionId is past: we wrote over it, and then went on from another.
    package func hasWritten(overAlias revision: String, before base: AliasConfiguration?) -> Bool {
        memory.hasWritten(overAlias: revision, before: base)
    }
}
