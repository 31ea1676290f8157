import AWSCore
import AWSServices
import Deployment
import Engine
import Inputs
import Testing

@testable import Reporting

@Suite struct ExitCodeTests {
    private static let told = Wishes(output: nil, tellsChanges: true, watches: false)

    private func code(_ ending: Ending, areInputsWrong: Bool, _ wishes: Wishes) -> ExitCode {
        RunResult(ending: ending, entries: [], duration: .zero).exitCode(areInputsWrong: areInputsWrong, wishes)
    }

    @Test(arguments: RunMode.allCases) func whatSucceedsIsZero(mode: RunMode) {
        #expect(code(.succeeded(mode), areInputsWrong: false, .none) == .success)
        // Nothing is to be done.
        #expect(code(.succeeded(mode), areInputsWrong: false, Self.told) == .success)
    }

    @Test func wrongInputsAreTwoWheneverTheyShow() {
        #expect(code(.notStarted, areInputsWrong: true, .none).value == 2)
        #expect(code(.failed(.functionMissing), areInputsWrong: true, .none).value == 2)
        #expect(code(.notStarted, areInputsWrong: false, .none).value == 1)
        #expect(code(.failed(.functionMissing), areInputsWrong: false, .none).value == 1)
    }

    @Test func aFailureTellsWhatItIs() {
        let move = DeploymentFailure.revisionMismatch(required: "a", found: "b")
        let alarm = Alarm(name: "errors", state: .alarm, reason: nil)
        func codeDeploy(_ error: String) -> DeploymentFailure {
            .traffic(
                .codeDeploy(
                    CodeDeployment(
                        id: "d-1", status: .failed, spec: nil, errorCode: error, errorMessage: nil, rollbackId: nil)))
        }
        let rows: [(DeploymentFailure, Int32)] = [
            (move, 3), (.traffic(.alarm(alarm, at: nil)), 4), (.traffic(.alarmsAlreadyOn([alarm])), 4),
            (.traffic(.alarmsMissing(["errors"])), 1), (.engine(.cancelled), 130), (.digestMissing, 1),
            (.engine(.functionVanished), 1), (.deadlineReached(.seconds(30), isUntouched: true), 1),
            (.rollbackImpossible(.noAlias("live")), 1), (codeDeploy("ALARM_ACTIVE"), 4), (codeDeploy("TIMEOUT"), 1),
        ]
        for (failure, expected) in rows {
            #expect(code(.failed(failure), areInputsWrong: false, .none).value == expected, "\(failure)")
        }
    }
}
