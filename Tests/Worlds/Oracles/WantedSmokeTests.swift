import ControlPlaneSimulator
import Deployment
import Inputs

/// The smoke tests that the inputs ask for, read without any of the program's own code. Where an answer is expected, it is
/// one with `"statusCode": 200`: every bench is made so.
struct WantedSmokeTests: Sendable {
    private struct Test: Sendable {
        let payload: JSON
        /// What the function's error must hold; `nil`: it must not fail.
        let error: String?
    }

    private let tests: [Test]
    private let target: String
    /// The longest that an answer is to be waited for.
    let limit: Duration?

    /// - Parameter areOfVersions: unless the inputs say otherwise.
    init(_ inputs: [String: String], areOfVersions: Bool) {
        let payload = inputs["smoke-test-payload"].flatMap { try? JSON(parsing: Array($0.utf8)) }  // they are JSON
        let list = payload?.array.flatMap { $0.allSatisfy { $0["name"] != nil } ? $0 : nil }
        tests =
            list?.map { Test(payload: $0["payload"] ?? .null, error: $0["expect-error"]?.string) }
            ?? (payload.map { [Test(payload: $0, error: nil)] } ?? [])
        target = inputs["smoke-test-target"] ?? (areOfVersions ? "version" : "latest")
        limit = inputs["smoke-test-timeout"].flatMap { Int($0) }.map { .seconds($0) }
    }

    var isEmpty: Bool { tests.isEmpty }
    var areOfLatest: Bool { target != "version" }
    var areOfVersions: Bool { target != "latest" }

    /// Whether each test has an invocation that it passes.
    func arePassed(by invocations: [History.Invocation]) -> Bool {
        tests.allSatisfy { test in invocations.contains { isPassed(test, by: $0) } }
    }

    private func isPassed(_ test: Test, by invocation: History.Invocation) -> Bool {
        guard invocation.payload == test.payload.bytes, let answer = try? JSON(parsing: invocation.answer) else {
            return false  // what is no JSON passes no test
        }
        guard let error = test.error else { return !invocation.failed && answer["statusCode"] == 200 }
        return invocation.failed
            && [answer["errorType"], answer["errorMessage"]].contains { $0?.string?.contains(error) == true }
    }
}

extension Evidence {
    /// Whether a version was tested as asked before, the answers arrived, and every test was passed.
    /// - Parameter asItself: as the numbered version; else `$LATEST` with the same content will do.
    func isTested(_ version: ControlPlane.Version, asItself: Bool, before time: Duration) -> Bool {
        let answered = requests.filter { $0.operation == .invoke && $0.status == 200 && $0.arrived }.map(\.at)
        return wanted.tests.arePassed(
            by: history.invocations.filter { test in
                test.author == author && test.at <= time && answered.contains(test.at)
                    && test.codeSha256 == version.code.sha256
                    && (test.version == version.name
                        || (!asItself && content(at: test.revisionId)?.isSame(as: version, but: takenForAWSs) == true))
            })
    }

    /// A test of `$LATEST` or of a version that was failed, if that is why the run failed.
    var failedTest: (qualifier: String, isNoAnswer: Bool)? {
        guard case .smokeTestEnded(let test)? = facts.last(where: \.isEndOfTest), let failure = test.failure else {
            return nil
        }
        if case .noAnswer = failure { return (test.qualifier, true) }
        return (test.qualifier, false)
    }

    /// Tests that were waited for longer than they may take; one that is throttled has half a minute more.
    var impatience: [String] {
        guard let limit = wanted.tests.limit else { return [] }
        let isThrottled =
            world.faults.contains { [.throttled, .throttledRetryAfter, .notSent].contains($0.fault) }
            || world.circumstances.contains(.quota) || world.clients > 1
        let most = limit + .seconds(isThrottled ? 31 : 1)
        return zip(run.entries, run.entries.dropFirst()).compactMap { entry, next in
            guard case .smokeTestBegan = entry.fact, next.at - entry.at > most else { return nil }
            return "a test with \(limit) was waited for for \(next.at - entry.at)"
        }
    }
}

extension Fact {
    fileprivate var isEndOfTest: Bool {
        if case .smokeTestEnded = self { true } else { false }
    }
}
