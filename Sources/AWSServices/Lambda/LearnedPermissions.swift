import Synchronization

/// What refusals have taught about what these credentials may do, so that no call is made in vain twice.
final class LearnedPermissions: Sendable {
    private let denied = Atomic(false)

    var isGetFunctionDenied: Bool { denied.load(ordering: .relaxed) }

    func noteGetFunctionIsDenied() {
        denied.store(true, ordering: .relaxed)
    }
}
