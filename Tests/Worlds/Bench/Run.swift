import ControlPlaneSimulator
import Deployment
import LockstepAction
import Reporting

/// What a run came to.
package struct Run: Sendable {
    package let exitCode: Int32
    package let entries: [Journal.Entry]
    package let log: [String]
    package let files: [String: String]
    package let world: SimulatedWorld
    package let author: String
    /// When its journal began, in the world's time.
    package let began: Duration
    /// In the world's time.
    package let ended: Duration
    package let duration: Duration
    /// The output file as the runner reads it.
    let outputLines: OutputLines
    private let outputs: [String: String]

    init(
        outcome: Outcome, log: [String], files: [String: String], world: SimulatedWorld, author: String,
        began: Duration,
        spent: Duration
    ) {
        exitCode = outcome.exitCode.value
        entries = outcome.entries
        self.log = log
        self.files = files
        self.world = world
        self.author = author
        self.began = began - spent
        ended = world.clock.elapsed()
        duration = ended - began
        outputLines = OutputLines(files["output"] ?? "")
        outputs = Dictionary(outputLines.values, uniquingKeysWith: { $1 })
    }

    package var plane: ControlPlane { world.plane }
    package var history: History { plane.history }
    package var writes: [ControlPlaneSimulator.Operation] { history.writes(by: author).compactMap(\.operation) }
    /// Its writes to S3.
    package var uploads: [ControlPlaneSimulator.Operation] {
        history.requests.filter { $0.author == author && $0.isUpload }.compactMap(\.operation)
    }
    package var demo: ControlPlane.Function? { plane.function("demo") }
    package var aliasVersion: String? { demo?.aliases["live"]?.functionVersion }
    package var summary: String { files["summary"] ?? "" }

    package func output(_ name: OutputName) -> String? { outputs[name.rawValue] }

    /// The messages of the errors, unescaped as far as tests need.
    package var errors: [String] {
        log.filter { $0.hasPrefix("::error") }.map { $0.replacing("%0A", with: "\n").replacing("%25", with: "%") }
    }

    package var warnings: [String] { log.filter { $0.hasPrefix("::warning") } }
}
