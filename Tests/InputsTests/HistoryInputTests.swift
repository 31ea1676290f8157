import AWSServices
import Deployment
import Testing

@testable import Inputs

@Suite struct HistoryInputTests {
    private func rollback(_ changes: [String: String?] = [:]) -> GivenInputs {
        GivenInputs(["mode": "rollback", "alias": "live", "zip-file": nil].merging(changes) { _, new in new })
    }

    @Test(
        arguments: [
            (nil, RollbackTarget.previous), ("previous", .previous),
            ("41", VersionNumber("41").map(RollbackTarget.version)),
            ("@1a2b3c4", .described("1a2b3c4")), ("@main | x", .described("main | x")),
        ] as [(String?, RollbackTarget?)])
    func aTargetIsAVersionOrTheOneBeforeOrAText(text: String?, target: RollbackTarget?) throws {
        let settings = try rollback(["rollback-to": text]).settings()
        #expect(settings.mode == .rollback && settings.source == nil)
        #expect(settings.history.rollback == target.map(PlannedRollback.toVersion))
    }

    @Test(arguments: ["0", "-1", "$LATEST", "live", "@", "v41", "41.0", "Previous"])
    func anythingElseIsNoTarget(text: String) {
        let problems = rollback(["rollback-to": text]).problems
        #expect(problems.map(\.input) == ["rollback-to"])
        #expect(problems.first?.message.hasPrefix("must be previous, a version's number, or @") == true)
    }

    @Test func withAPackageItIsADeploymentOfThatPackage() throws {
        let settings = try rollback(["zip-file": "app.zip", "memory-size": "256"]).settings()
        #expect(settings.history.rollback == .toPackage && settings.source != nil)
    }

    @Test(
        arguments: [
            (["rollback-to": "41", "mode": nil, "zip-file": "app.zip"], "rollback-to", "only for mode rollback"),
            (["rollback-to": "41", "zip-file": "app.zip"], "rollback-to", "a package is given as well"),
            (["alias": nil], "alias", "is missing: a rollback"),
            (["mode": "plan", "rollback-to": "41", "alias": nil], "alias", "is missing: a rollback"),
            (
                ["mode": "plan", "rollback-to": "41", "traffic": "10% 5m"], "rollback-to",
                "means a rollback, and the alias"
            ),
            (
                ["mode": "plan", "rollback-to": "41", "zip-file": "app.zip"], "rollback-to",
                "a package is given as well"
            ),
            (["dry-run": "true"], "dry-run", "set mode to plan, with rollback-to"),
            (
                ["memory-size": "256", "tags": "{}", "architectures": "arm64", "revision-id": "r"], "mode",
                "leave out architectures, memory-size, tags, revision-id"
            ),
            (["traffic": "10% 5m"], "mode", "goes back at once: leave out traffic"),
            (["keep-versions": "0"], "keep-versions", "from 1 to"),
            (["on-superseded": "maybe"], "on-superseded", "must be stop, fail or deploy"),
        ] as [([String: String?], String, String)])
    func whatMakesNoSenseIsOneProblem(changes: [String: String?], input: String, told: String) {
        let problems = rollback(changes).problems
        #expect(problems.map(\.input) == [input], "\(problems)")
        #expect(problems.first?.message.contains(told) == true, "\(problems)")
    }

    @Test func keepingVersionsNeedsAPublishedOne() throws {
        #expect(GivenInputs(["keep-versions": "5", "publish": "false"]).problems.map(\.input) == ["keep-versions"])
        #expect(try GivenInputs(["keep-versions": "5"]).settings().history.keepVersions == 5)
    }

    @Test func whoGoesBackIsNeverSuperseded() throws {
        #expect(try GivenInputs().settings().history.onSuperseded == .stop)
        #expect(try rollback(["on-superseded": "fail"]).settings().history.onSuperseded == .deploy)
    }

    @Test func theCommandsNameIsTheMode() throws {
        let arguments = ["rollback", "--rollback-to", "41"]
        guard case .run(let inputs, _) = Invocation.parse(arguments: arguments, environment: ["INPUT_MODE": "deploy"])
        else {
            throw InvalidInputs(problems: [])
        }
        #expect(inputs.task.mode == "rollback" && inputs.history.rollbackTo == "41")
    }

    @Test(arguments: [["mode": "plan"], ["mode": nil, "dry-run": "true"], ["mode": "deploy", "dry-run": "true"]])
    func aPlanNamesTheVersionToGoBackTo(given: [String: String?]) throws {
        let settings = try rollback(given.merging(["rollback-to": "previous"]) { $1 }).settings()
        #expect(settings.mode == .plan && settings.source == nil)
        #expect(settings.history.rollback == .toVersion(.previous) && settings.history.onSuperseded == .deploy)
    }
}

@Suite struct WorkflowRunTests {
    private static let github = [
        "GITHUB_RUN_NUMBER": "7", "GITHUB_RUN_ATTEMPT": "2", "GITHUB_REPOSITORY": "o/r", "GITHUB_WORKFLOW": "Deploy",
        "GITHUB_WORKFLOW_REF": "o/r/.github/workflows/deploy.yml@refs/heads/main",
    ]

    private func run(_ changes: [String: String]) -> WorkflowRun? {
        WorkflowRun(Self.github.merging(changes) { _, new in new })
    }

    @Test func aRunIsKnownByItsWorkflowItsNumberAndItsAttempt() throws {
        let ours = try #require(run([:]))
        #expect(ours.number == 7 && ours.attempt == 2)
        #expect(ours.workflow.count == 8)
        #expect(run(["GITHUB_RUN_ATTEMPT": ""])?.attempt == 1)
    }

    /// Run numbers go on over all branches of a workflow's file.
    @Test func theFileNamesTheWorkflowWhateverTheBranchAndTheName() throws {
        let ours = try #require(run([:]))
        #expect(run(["GITHUB_WORKFLOW_REF": "o/r/.github/workflows/deploy.yml@refs/heads/next"]) == ours)
        #expect(run(["GITHUB_WORKFLOW": "Renamed"]) == ours)
        #expect(
            run(["GITHUB_WORKFLOW_REF": "o/r/.github/workflows/other.yml@refs/heads/main"])?.workflow != ours.workflow)
        #expect(run(["GITHUB_REPOSITORY": "o/fork"])?.workflow != ours.workflow)
        let named = try #require(run(["GITHUB_WORKFLOW_REF": ""]))
        #expect(named.workflow != ours.workflow)
    }

    @Test(arguments: ["GITHUB_RUN_NUMBER", "GITHUB_REPOSITORY"])
    func withoutANumberOrARepositoryThereIsNoRun(missing: String) {
        #expect(run([missing: ""]) == nil)
        #expect(WorkflowRun([:]) == nil)
        #expect(run(["GITHUB_RUN_NUMBER": "x"]) == nil)
        #expect(run(["GITHUB_WORKFLOW_REF": "", "GITHUB_WORKFLOW": ""]) == nil)
    }
}
