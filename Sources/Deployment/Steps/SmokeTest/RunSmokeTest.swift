import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// Tests `$LATEST` as asked, and answers with `$LATEST` as it stands then: an idle function wakes up first, which
    /// moves its RevisionId.
    func smokeTest(_ latest: Snapshot) async throws(Interruption) -> Snapshot {
        guard let wanted = plan.smokeTests, plan.testTarget(of: latest.content) != .version else { return latest }
        var latest = try await settledForTest(latest)
        var setbacks = wanted.tests.map { _ in TestSetbacks() }
        var next = 0
        while next < wanted.tests.count {
            do {
                try await run(wanted.tests[next], "$LATEST", of: latest.content)
                next += 1
                continue
            } catch {
                try await engine.pause(try setbacks[next].pause(after: error, engine))
            }
            // Even an invocation whose answer was lost may have woken it.
            let seen = try await settle(latest, .wakingUp)
            // Whatever ran between two revisions, what passed then has to pass again.
            if seen.revisionId != latest.revisionId { next = 0 }
            latest = seen
        }
        return latest
    }

    /// Without a version to publish, the end is `$LATEST`, settled and tested.
    func smokeTestUnpublished(_ latest: Snapshot) async throws(Interruption) {
        _ = try await smokeTest(try await settledForTest(latest))
    }

    /// Tests a version that is Active, if versions are to be tested.
    func smokeTest(published version: FunctionConfiguration) async throws(Interruption) {
        guard plan.testTarget(of: FunctionContent(of: version)) != .latest else { return }
        try await smokeTest(version: version)
    }

    /// Tests a published version, which nobody can change meanwhile.
    func smokeTest(version: FunctionConfiguration) async throws(Interruption) {
        guard let wanted = plan.smokeTests, let number = version.version else { return }
        for test in wanted.tests {
            var setbacks = TestSetbacks()
            while true {
                do {
                    try await run(test, number, of: FunctionContent(of: version))
                    break
                } catch {
                    try await engine.pause(try setbacks.pause(after: error, engine))
                }
            }
        }
    }

    /// `$LATEST` starts anew where a version with SnapStart is restored, so that one proves nothing of the other.
    func warnOfUntestedSnapshot(_ latest: Snapshot) {
        guard plan.smokeTests?.target == .latest, latest.content.members[.snapStart] != nil else { return }
        journal.record(.snapshotNotTested)
    }

    /// While an update is in progress the old code answers, so a test would prove nothing.
    private func settledForTest(_ latest: Snapshot) async throws(Interruption) -> Snapshot {
        guard latest.readiness == .notYet else { return latest }
        return try await settle(latest, Waiting(onto: latest.function.configuration))
    }

    private func settle(_ latest: Snapshot, _ waiting: Waiting) async throws(Interruption) -> Snapshot {
        try await engine.settle(
            waiting, unchangedFrom: latest, after: latest.lineage, onTimeout: .fail, during: .invoke,
            isOursBetween: waiting == .wakingUp)
    }
}

// One test.
extension FunctionDeployment {
    private func run(_ test: SmokeTest, _ qualifier: String, of content: FunctionContent) async throws(Interruption) {
        journal.record(.smokeTestBegan(name: test.name, qualifier: qualifier))
        let began = clock.elapsed()
        let result = try await invoke(test, qualifier, of: content)
        let took = clock.elapsed() - began
        let failure = result.map { SmokeTestFailure(of: $0, test.criterion) } ?? .noAnswer(within: test.timeout ?? took)
        let run = SmokeTestRun(name: test.name, qualifier: qualifier, took: took, result: result, failure: failure)
        journal.record(.smokeTestEnded(run))
        if let failure { throw .ended(.smokeTestFailed(failure, run)) }
    }

    /// - Returns: `nil` if there was no answer within the test's own time.
    private func invoke(
        _ test: SmokeTest, _ qualifier: String, of content: FunctionContent
    ) async throws(Interruption) -> InvocationResult? {
        let runtime = Duration.seconds(content.members[.timeout]?.integer ?? 900)
        let patience = test.timeout ?? runtime + Budget.read
        // A test with little time for its answer may be throttled for longer than that.
        let budget = test.timeout.map { $0 + Budget.read } ?? patience
        let payload = Array(test.payload.text.utf8)
        let began = clock.elapsed()
        do {
            return try await engine.call { () throws(AWSFailure) in
                try await lambda.invoke(
                    engine.functionName, qualifier: qualifier, payload: payload, patience: patience, within: budget)
            }
        } catch {
            guard case .failed(.unknown) = error, let limit = test.timeout, clock.elapsed() - began >= limit else {
                throw error
            }
            return nil
        }
    }
}
