import AWSServices
import Deployment

extension ActionInputs {
    /// A rollback that deploys no package: only the alias moves.
    var goesBackToVersion: Bool { isRollback && !package.namesSource }

    /// Whether one is carried out, planned, or asked about.
    private var isRollback: Bool {
        asksForRollback || (isPlan || listsPermissions) && history.isGiven(\.rollbackTo)
    }

    private var asksForRollback: Bool { task.mode.given == RunMode.rollback.rawValue }
    private var isPlan: Bool { task.mode.given == RunMode.plan.rawValue || task.wantsDryRun }

    func history(_ environment: [String: String], _ inspection: inout Inspection) -> PlannedHistory {
        let target = inspection.read(\.rollbackTo, of: history, RollbackTarget.init(input:))
        let onSuperseded = inspection.read(\.onSuperseded, of: history, PlannedHistory.OnSuperseded.init(input:))
        let keep = inspection.read(\.keepVersions, of: history, WholeNumber(range: 1...10_000, unit: "versions").read)
        checkRollback(&inspection)
        if keep != nil, release.publish.given?.lowercased() == "false" {
            inspection.note(
                \HistoryInputs.keepVersions,
                "needs a published version: set publish to true, or leave keep-versions out")
        }
        let back = package.namesSource ? PlannedRollback.toPackage : .toVersion(target ?? .previous)
        // Who goes back wants to, whatever is live.
        return PlannedHistory(
            run: WorkflowRun(environment), onSuperseded: isRollback ? .deploy : onSuperseded ?? .stop,
            keepVersions: keep,
            rollback: isRollback ? back : nil)
    }

    private func checkRollback(_ inspection: inout Inspection) {
        if history.rollbackTo.given != nil {
            if !isRollback {
                inspection.note(
                    \HistoryInputs.rollbackTo, "is only for mode rollback, or plan: set mode, or leave it out")
            }
            if isRollback, package.namesSource {
                inspection.note(
                    \HistoryInputs.rollbackTo,
                    "names a version, and a package is given as well: give one of them to go back to")
            }
        }
        guard goesBackToVersion else { return }
        if release.alias.given == nil {
            inspection.note(\ReleaseInputs.alias, "is missing: a rollback moves an alias back")
        }
        let shifting = traffic.namesOfGiven
        if !shifting.isEmpty {
            noteOnRollback("the alias goes back at once: leave out \(shifting.joined(separator: ", "))", &inspection)
        }
        let ofTask = [\TaskInputs.revisionId, \.create].filter(task.isGiven)
        let changes = package.namesOfGiven + configuration.namesOfGiven + ofTask.map(TaskInputs.name)
        if !changes.isEmpty {
            noteOnRollback(
                "a published version is what it is: leave out \(changes.joined(separator: ", ")), or give a package to "
                    + "deploy instead", &inspection)
        }
    }

    /// By the input that asks for it.
    private func noteOnRollback(_ what: String, _ inspection: inout Inspection) {
        if asksForRollback {
            inspection.note(\TaskInputs.mode, "is rollback, and \(what)")
        } else {
            inspection.note(\HistoryInputs.rollbackTo, "means a rollback, and \(what)")
        }
    }
}

extension PackageInputs {
    fileprivate var namesSource: Bool {
        [codeArtifactsDir, zipFile, s3Bucket, s3Key, s3ObjectVersion, imageUri].contains { $0.given != nil }
    }
}

extension RollbackTarget {
    init(input text: String) throws(Complaint) {
        if text == "previous" {
            self = .previous
        } else if let number = VersionNumber(text) {
            self = .version(number)
        } else if text.hasPrefix("@"), text.count > 1 {
            self = .described(String(text.dropFirst()))
        } else {
            throw Complaint(
                "must be previous, a version's number, or @ and a text of its description such as @1a2b3c4, not "
                    + text.quoted)
        }
    }
}
