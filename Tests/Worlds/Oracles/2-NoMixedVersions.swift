import ControlPlaneSimulator
import Deployment
import LockstepAction

extension Evidence {
    /// Versions of ours, or that we report, which are not wholly what was asked for.
    var mixedVersions: [String] {
        ownVersions.flatMap(faultsOf) + tooManyVersions + unguardedPublications + resets + wrongReport
    }

    private func faultsOf(_ published: History.Revision) -> [String] {
        guard let content = published.content else { return ["a version without content"] }
        let name = "version \(content.name)"
        let deviations = wanted.deviations(of: content).map { "\(name) is not as planned: \($0)" }
        return deviations + halfOfSomebodyElses(published, content).map { "\(name) has somebody else's \($0)" }
    }

    /// What is not planned must be what stood when the attempt began: else it is a part of a deployment under way.
    private func halfOfSomebodyElses(
        _ published: History.Revision, _ content: ControlPlane.Version
    ) -> [String] {
        guard let baseline = baseline(before: published.at) else { return [] }
        let planned = wanted.members.union(["Environment", "Description"]).union(takenForAWSs)
        let (now, before) = (content.members.without(planned), baseline.members.without(planned))
        let names = Set(now.keys).union(before.keys)
        let variables = (content.variables, baseline.variables)
        let others = Set(variables.0.keys).union(variables.1.keys).subtracting(wanted.variables.keys)
        return names.filter { now[$0] != before[$0] }.sorted()
            + others.filter { variables.0[$0] != variables.1[$0] }.map { "Environment.\($0)" }.sorted()
    }

    /// What the run found when its attempt began.
    private func baseline(before time: Duration) -> ControlPlane.Version? {
        let found = run.entries.last { entry in
            if case .functionFound = entry.fact { run.began + entry.at <= time } else { false }
        }
        guard case .functionFound(let function)? = found?.fact else { return nil }
        return content(at: function.configuration.revisionId)
    }

    private var tooManyVersions: [String] {
        // Whose answer is lost, and who may not list what there is, cannot know that one was made.
        if world.circumstances.contains(.versionsUnseen) { return [] }
        let attempts = Dictionary(grouping: ownVersions) { attempt(at: $0.at) }
        return attempts.filter { $0.value.count > 1 }.map { "\($0.value.count) versions in one attempt" }
    }

    private var unguardedPublications: [String] {
        requests.filter { $0.operation == .publishVersion }.flatMap { request -> [String] in
            let hasFailed = content(at: request.guardedBy)?.lastUpdate?.value == "Failed"
            return (request.input["CodeSha256"] == nil ? ["PublishVersion without CodeSha256"] : [])
                + (hasFailed ? ["PublishVersion after an update that failed"] : [])
        }
    }

    /// What nobody asked to change and UpdateFunctionCode resets unless it is sent along.
    private var resets: [String] {
        // Only GetFunction shows them.
        if world.circumstances.contains(.withoutGetFunction) { return [] }
        return requests.filter { $0.operation == .updateFunctionCode && $0.wrote }.flatMap { request -> [String] in
            guard let standing = content(at: request.guardedBy)?.code, request.input["ImageUri"] == nil else {
                return []
            }
            let losesKey = standing.kmsKeyArn != nil && request.input["SourceKMSKeyArn"] == nil
            let losesMode =
                standing.reference != nil && request.input["S3Key"] != nil
                && request.input["S3ObjectStorageMode"] != "REFERENCE"
            return (losesKey ? ["UpdateFunctionCode takes the package's key away"] : [])
                + (losesMode ? ["UpdateFunctionCode takes the package's storage mode away"] : [])
        }
    }

    private var wrongReport: [String] {
        guard isSuccess, !wanted.isDryRun, let reported = run.output(.version) else { return [] }
        if run.output(.outcome) == "superseded" {
            return reported.isEmpty ? [] : ["a run that gave way reports version \(reported)"]
        }
        guard let version = version(reported) else { return ["the reported version \(reported) is not there"] }
        var wrong = wanted.deviations(of: version).map { "the reported version is not as planned: \($0)" }
        if run.output(.codeSha256) != version.code.sha256 { wrong.append("code-sha256 is not the version's") }
        if run.output(.versionArn)?.hasSuffix(":\(reported)") != true {
            wrong.append("version-arn is not the version's")
        }
        return wrong
    }
}

extension ControlPlane.Version {
    fileprivate var variables: [String: JSON] { members["Environment"]?["Variables"]?.object ?? [:] }
}
