import AWSCore
import AWSServices

private let wakeUpsAtMost = 3

extension Deployment {
    /// Invokes `$LATEST` as asked, and answers with `$LATEST` as it stands then: an idle function wakes up first, which
    /// moves its RevisionId.
    func smokeTest(_ latest: Snapshot) async throws(Interruption) -> Snapshot {
        guard let test = plan.smokeTest else { return latest }
        var latest = try await settledForTest(latest, .otherUpdate)
        var setbacks = TestSetbacks()
        journal.record(.smokeTestBegan(qualifier: "$LATEST"))
        while true {
            do {
                try judge(try await invoke(test, "$LATEST", of: latest.content), test)
                return latest
            } catch {
                try await pause(try setbacks.pause(after: error, self))
            }
            // Even an invocation whose answer was lost may have woken it.
            latest = try await settledForTest(latest, .wakingUp)
        }
    }

    /// Without a version to publish, the end is `$LATEST`, settled and tested.
    func smokeTestUnpublished(_ latest: Snapshot) async throws(Interruption) {
        _ = try await smokeTest(try await settledForTest(latest, .otherUpdate))
    }

    /// Invokes a published version, which nobody can change meanwhile.
    func smokeTest(version: FunctionConfiguration) async throws(Interruption) {
        guard let test = plan.smokeTest, let number = version.version else { return }
        var setbacks = TestSetbacks()
        journal.record(.smokeTestBegan(qualifier: number))
        while true {
            do {
                return try judge(try await invoke(test, number, of: FunctionContent(of: version)), test)
            } catch {
                try await pause(try setbacks.pause(after: error, self))
            }
        }
    }

    /// While an update is in progress the old code answers, so a test would prove nothing.
    private func settledForTest(_ latest: Snapshot, _ waiting: Waiting) async throws(Interruption) -> Snapshot {
        if waiting != .wakingUp, latest.readiness != .notYet { return latest }
        return try await settle(
            waiting, unchangedFrom: latest, after: latest.lineage, onTimeout: .fail, during: .invoke)
    }

    private func invoke(
        _ test: SmokeTest, _ qualifier: String, of content: FunctionContent
    ) async throws(Interruption) -> InvocationResult {
        let runtime = content.members[.timeout]?.integer ?? 900
        let payload = Array(test.payload.text.utf8)
        return try await call { () throws(AWSFailure) in
            try await lambda.invoke(
                plan.functionName, qualifier: qualifier, payload: payload, within: .seconds(runtime) + Budget.read)
        }
    }

    private func judge(_ result: InvocationResult, _ test: SmokeTest) throws(Interruption) {
        if let failure = SmokeTestFailure(of: result, expected: test.expected) {
            throw .failed(.smokeTestFailed(failure))
        }
        journal.record(.smokeTestPassed(result))
    }
}

extension Refusal {
    /// An idle function is being made ready: 502 for the first invocation, 409 while it lasts.
    fileprivate var saysNotReady: Bool {
        code == "ResourceNotReadyException" || code == "ResourceConflictException"
    }
}

/// Why a test has to be run again: the function was idle, or its answer was lost.
private struct TestSetbacks {
    private var wakeUps = 0
    private var losses = Troubles(limit: Budget.write)

    /// The time before the next try. A test whose answer was lost is run again: that is what a test is for.
    /// - Throws: the interruption again, where another try would change nothing.
    mutating func pause(after interruption: Interruption, _ deployment: Deployment) throws(Interruption) -> Duration {
        switch interruption {
        case .failed(.refused(let refusal)) where refusal.saysNotReady && wakeUps < wakeUpsAtMost:
            wakeUps += 1
            return .seconds(wakeUps)
        case .failed(.unknown):
            losses.add(try deployment.trouble(with: .invoke, interruption), at: deployment.clock.elapsed())
            try losses.requireTimeLeft(at: deployment.clock.elapsed())
            return losses.pause(chance: deployment.clock.random())
        default: throw interruption
        }
    }
}
