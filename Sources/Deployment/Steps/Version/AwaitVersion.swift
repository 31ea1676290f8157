import AWSServices
import Engine

extension FunctionDeployment {
    /// Waits until the version can take traffic: at once, or with SnapStart after minutes. `on-wait-timeout` has no say
    /// here: no alias points to a version that has never been active. One that is asleep is woken.
    /// - Returns: the version as it was seen last.
    func awaitActive(_ version: FunctionConfiguration) async throws(Interruption) -> FunctionConfiguration {
        guard let number = version.version else { return version }
        switch VersionReadiness(of: version) {
        case .ready: return version
        case .asleep: return try await wake(version, number)
        case .notYet: try await engine.pause(PollSchedule.first)
        case .failed: break
        }
        let polled = try await engine.poll(.version(number)) {
            (within: Duration) async throws(Interruption) -> Look<FunctionConfiguration> in
            let seen = try await engine.lookAtVersion(number, within: within)?.configuration
            switch try readiness(of: seen, number) {
            case .ready, .asleep: return .done(seen ?? version)
            case .notYet, .failed: return .notYet(Status(seen))
            }
        }
        switch polled {
        case .done(let seen): return seen
        case .timedOut(let status, let waited):
            throw .failed(.timedOut(.version(number), lastSeen: status, waited: waited))
        }
    }

    /// - Throws: why it will never be ready.
    func readiness(of version: FunctionConfiguration?, _ number: String) throws(Interruption) -> VersionReadiness {
        let readiness = version.map(VersionReadiness.init(of:)) ?? .notYet
        if let version, readiness == .failed {
            throw .ended(
                .versionFailed(version: number, version.reasonOfState, isNew: journal.hasPublished(number)))
        }
        return readiness
    }
}
