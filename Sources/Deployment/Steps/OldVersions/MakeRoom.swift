import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// A write that stores code. Where the Region has no room for it, old versions are deleted by the same rules as after a
    /// release, if that was asked for, and it is sent once more.
    func makingRoom<Answer: Sendable>(
        _ write: () async throws(Interruption) -> Answer
    ) async throws(Interruption) -> Answer {
        do {
            return try await write()
        } catch {
            guard case .failed(.refused(let refusal)) = error, refusal.saysStorageIsFull else { throw error }
            try await makeRoom(after: refusal)
        }
        return try await write()
    }

    private func makeRoom(after refusal: Refusal) async throws(Interruption) {
        guard let keeping = versionsToKeep else {
            throw .ended(.storageFull(refusal, unused: try await unusedVersions()))
        }
        let pruned = await prune(keeping: keeping, isForRoom: true)
        guard !pruned.deleted.isEmpty else { throw .failed(.refused(refusal)) }
    }

    /// For who is to delete them; nothing depends on it.
    private func unusedVersions() async throws(Interruption) -> [VersionNumber] {
        do {
            return try await versionsToDelete(keeping: 1).compactMap(\.versionNumber)
        } catch {
            if case .failed(.cancelled) = error { throw error }
            return []
        }
    }
}
