import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// Waits until the version can take traffic: at once, or with SnapStart after minutes. `on-wait-timeout` has no say
    /// here: no alias points to a version that is not active.
    func awaitActive(_ version: FunctionConfiguration) async throws(Interruption) {
        let seen = VersionReadiness(of: version)
        guard seen != .ready, let number = version.version else { return }
        if seen == .notYet { try await engine.pause(PollSchedule.first) }
        let polled = try await engine.poll(.version(number)) {
            (within: Duration) async throws(Interruption) -> Look<Void> in
            try readiness(of: try await engine.lookAtVersion(number, within: within)?.configuration, number)
        }
        if case .timedOut(let status, let waited) = polled {
            throw .failed(.timedOut(.version(number), lastSeen: status, waited: waited))
        }
    }

    private func readiness(
        of version: FunctionConfiguration?, _ number: String
    ) throws(Interruption) -> Look<Void> {
        switch version.map(VersionReadiness.init(of:)) {
        case .ready: return .done(())
        case .failed:
            throw .ended(.versionFailed(version: number, reason: (version?.stateReason).orNoReason))
        case .notYet, nil: return .notYet(Status(version))
        }
    }
}
