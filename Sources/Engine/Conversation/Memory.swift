import AWSServices
import Synchronization

/// What a conversation has learnt that no single look shows: it outlives every attempt.
final class Memory: Sendable {
    /// RevisionIds of aliases that we have written over, or have tried to.
    private let aliasRevisions = Mutex<Set<String>>([])

    func noteWrite(over alias: AliasConfiguration?) {
        guard let revision = alias?.revisionId else { return }
        _ = aliasRevisions.withLock { $0.insert(revision) }
    }

    /// Whether an alias with this RevisionId is past: we wrote over it, and then went on from another.
    func hasWritten(overAlias revision: String, before base: AliasConfiguration?) -> Bool {
        revision != base?.revisionId && aliasRevisions.withLock { $0.contains(revision) }
    }
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
