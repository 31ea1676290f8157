import GitHubActions
import Inputs
import Synchronization
import Testing

@testable import Reporting

/// The files of the runner's that nobody can write.
@Suite struct RunnerFilesTests {
    private struct FullDisk: Host {
        let environment = ["GITHUB_OUTPUT": "output", "GITHUB_STEP_SUMMARY": "summary"]

        func append(_ text: String, toFileAt path: String) throws(HostFailure) {
            throw HostFailure(reason: "\(path): No space left on device")
        }

        func read(fileAt path: String, bytesAtMost most: Int) throws(HostFailure) -> [UInt8] { [] }

        func run(_ command: [String], within time: Duration) async throws(HostFailure) -> [UInt8] { [] }

        func randomToken() -> String { "token" }
    }

    private final class Errors: Console {
        private let told = Mutex<[String]>([])

        var titles: [String] { told.withLock { $0 } }

        func write(_ line: String) {
            let title = line.split(separator: "::").first.map(String.init)
            told.withLock { $0 += title.map { [$0] } ?? [] }
        }
    }

    private let errors = Errors()
    private let secrets = KnownSecrets()
    private var voice: Voice { Voice(style: .github, console: errors, secrets: secrets, functionName: "orders") }

    private func tell(_ problems: [InputProblem]) -> ExitCode {
        var report = Report(
            functionName: "orders", secrets: secrets, context: RunContext([:], startedAt: 0), isSummaryWanted: true,
            wishes: .none)
        report.problems = problems
        return report.tell(voice, FullDisk())
    }

    @Test func areToldOnceWhereThatWasSeenInTheBeginning() throws {
        let check = #expect(throws: InvalidInputs.self) { try RunnerFiles(host: FullDisk(), voice: voice).check() }
        #expect(tell(try #require(check?.problems)) == .wrongInputs)
        #expect(
            errors.titles == ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"].map { "error title=orders%3A variable \($0)" })
    }

    @Test func areToldWhenTheDiskIsFullInTheEnd() {
        #expect(tell([]) == .failure)
        #expect(errors.titles == ["outputs", "summary"].map { "error title=orders%3A the \($0) could not be written" })
    }
}
