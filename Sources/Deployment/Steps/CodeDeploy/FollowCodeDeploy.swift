import AWSCore
import AWSServices
import Engine

private let pace = 10.0
/// The longest that CodeDeploy's own configurations take is two days.
private let longest = Duration.seconds(50 * 3600)
/// CodeDeploy goes on and watches its alarms by itself, so it need not be seen all the time.
private let unseenAtMost = Duration.seconds(300)

extension FunctionDeployment {
    /// Looks at the deployment until it has ended, and then at the one that puts the alias back, if there is one.
    func follow(_ id: String) async throws(Interruption) -> CodeDeployment {
        let ended = try await followToItsEnd(id)
        if ended.status != .succeeded, let rollback = ended.rollbackId, rollback != id {
            _ = try await followToItsEnd(rollback)
        }
        journal.record(.traffic(.codeDeploy(.ended(ended))))
        return ended
    }

    private func followToItsEnd(_ id: String) async throws(Interruption) -> CodeDeployment {
        let began = clock.elapsed()
        var lastSeen = began
        var told: (status: CodeDeployment.Status, at: Duration)?
        while true {
            do {
                let seen = try await engine.call { () throws(AWSFailure) in
                    try await codeDeploy.getDeployment(id, within: Budget.leastForARead)
                }
                lastSeen = clock.elapsed()
                if told?.status != seen.status || lastSeen - (told?.at ?? began) >= .seconds(60) {
                    journal.record(.traffic(.codeDeploy(.seen(id: id, seen.status, waited: lastSeen - began))))
                    told = (seen.status, lastSeen)
                }
                if seen.status.isEnd { return seen }
            } catch {
                guard error.mayPass, clock.elapsed() - lastSeen < unseenAtMost else { throw error }
            }
            guard clock.elapsed() - began < longest else {
                let status = told?.status ?? .underWay("not seen")
                throw .failed(.timedOut(.codeDeploy(id), lastSeen: Status(status), waited: longest))
            }
            try await engine.pause(.seconds(pace * (1 - 0.1 * clock.random())))
        }
    }
}

extension Status {
    init(_ status: CodeDeployment.Status) {
        self.init(description: "\(status)", mayPass: true)
    }
}
