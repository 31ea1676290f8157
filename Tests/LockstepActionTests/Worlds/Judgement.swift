import ControlPlaneSimulator

@testable import LockstepAction

/// What a run must never have done, whatever happened to it; judged by what the control plane went through.
struct Judgement {
    let run: Run
    /// The memory that every version of ours must have, for configuration and code to be of one plan.
    let memory: Int

    var violations: [String] {
        blindWrites + mixedVersions + untestedTraffic + wrongEnding + leaks + commands
    }

    private var blindWrites: [String] {
        run.history.blindWrites(by: run.author).map { "blind write: \($0.operation.map(\.rawValue) ?? "?")" }
    }

    private var ownVersions: [History.Revision] {
        run.history.published("demo").filter { $0.author == run.author }
    }

    private var mixedVersions: [String] {
        ownVersions.filter { !isAsPlanned($0.content) }.map { "a version that is not as planned: \($0.resource)" }
    }

    private var untestedTraffic: [String] {
        run.history.revisions.filter { $0.resource == .alias("live") && $0.author == run.author }.flatMap { move in
            let version = run.history.published("demo").first {
                $0.resource == .version(move.alias?.functionVersion ?? "")
            }
            var wrong: [String] = []
            if move.aliasedState != "Active" {
                wrong.append("alias at a version that is \(move.aliasedState ?? "nothing")")
            }
            if move.alias?.weights.isEmpty == false { wrong.append("alias with weights") }
            if run.exitCode == 0, !isAsPlanned(version?.content) {
                wrong.append("alias at a version that is not as planned")
            }
            return wrong
        }
    }

    /// Success means that what is reported is there; failure says why, once.
    private var wrongEnding: [String] {
        guard run.exitCode == 0 else { return run.errors.count == 1 ? [] : ["\(run.errors.count) errors"] }
        let reported = run.output(.version) ?? ""
        let version = run.demo?.versions.first { $0.name == reported }
        return isAsPlanned(version) ? [] : ["reported version \(reported) is not as planned"]
    }

    private var leaks: [String] {
        let shown = run.log.filter { !$0.hasPrefix("::add-mask::") } + Array(run.files.values)
        return shown.contains { $0.contains("s3cretvalue") || $0.contains("the-secret-key") }
            ? ["a secret is shown"] : []
    }

    private var commands: [String] {
        let ours = ["::add-mask::", "::group::", "::endgroup::", "::warning title=", "::error title="]
        return run.log.filter { line in line.hasPrefix("::") && !ours.contains { line.hasPrefix($0) } }
    }

    private func isAsPlanned(_ version: ControlPlane.Version?) -> Bool {
        version?.code.sha256 == Fixture.digest && version?.members["MemorySize"] == .integer(memory)
    }
}
