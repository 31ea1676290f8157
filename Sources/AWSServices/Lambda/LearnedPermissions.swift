import Synchronization

/// What refusals have taught about what these credentials may do, so that no call is made in vain twice.
final class LearnedPermissions: Sendable {
    private let getFunctionDenied = Atomic(false)
    private let listTagsDenied = Atomic(false)

    var isGetFunctionDenied: Bool { getFunctionDenied.load(ordering: .relaxed) }
    var isListTagsDenied: Bool { listTagsDenied.load(ordering: .relaxed) }

    func noteGetFunctionIsDenied() {
        getFunctionDenied.store(true, ordering: .relaxed)
    }

    func noteListTagsIsDenied() {
        listTagsDenied.store(true, ordering: .relaxed)
    }
}
