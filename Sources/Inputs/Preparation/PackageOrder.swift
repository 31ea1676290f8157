import AWSCore
import AWSServices
import Packaging

/// A package that is made and kept, to be deployed later and more than once: all that can be known of it before it is
/// written.
package struct PackageOrder: Sendable {
    package let headline: Wording
    package let remarks: [InputRemark]
    /// Where it is to be.
    package let path: String
    /// Its SHA-256 in base64, as AWS will show it (`CodeSha256`).
    package let digest: String
    /// Its size in bytes.
    package var count: Int { zip.count }
    private let zip: DeploymentPackage

    /// - Throws: all that is wrong, at once.
    package init(_ inputs: ActionInputs, _ host: any Host) throws(InvalidInputs) {
        var inspection = Inspection()
        InputVariables.judge(host.environment, &inspection)
        inputs.package.checkSelection(&inspection)
        _ = inputs.package.checks(&inspection)
        _ = inputs.telling.wantsSummary(&inspection)
        _ = inputs.task.mode(&inspection)
        let path = inputs.packageFile(&inspection)
        let package = inspection.problems.isEmpty ? ReadPackage(of: inputs, &inspection) : nil
        // What is nil here has left a problem.
        guard inspection.problems.isEmpty, let path, let zip = package?.zip, let digest = package?.digest else {
            throw InvalidInputs(problems: inspection.problems)
        }
        self.path = path
        self.zip = zip
        self.digest = digest
        headline = "Lockstep \(ours: lockstepVersion): package" + (package.map { " from \($0.wording)" } ?? "")
        remarks = inspection.remarks
    }

    /// - Parameter token: a text that nobody else has.
    package func write(token: String) throws(InvalidInputs) {
        do throws(PackagingFailure) {
            try zip.write(toFileAt: path, token: token)
        } catch {
            throw InvalidInputs(problems: [InputProblem(input: "package-file", message: error.description)])
        }
    }
}

extension ActionInputs {
    /// Whether a package is made and kept.
    package var makesPackage: Bool { task.mode.given == RunMode.package.rawValue }

    /// Where the package is to be, which is no place where the next one would hold it.
    fileprivate func packageFile(_ inspection: inout Inspection) -> String? {
        guard let path = package.packageFile.given else {
            inspection.note(\PackageInputs.packageFile, "is missing: it names the zip that mode package makes")
            return nil
        }
        guard let source = package.source(&inspection) else { return nil }
        switch source {
        case .directory(let directory):
            var told = Inspection()  // what is wrong with the selection is told already
            check(path, against: package.selection(from: directory, &told), &inspection)
        case .zipFile: break
        case .s3, .image:
            inspection.note(\TaskInputs.mode, "is package, which needs code-artifacts-dir or zip-file")
        }
        return path
    }

    private func check(_ path: String, against directory: SourceDirectory, _ inspection: inout Inspection) {
        do throws(PackagingFailure) {
            guard try directory.wouldHold(fileAt: path) else { return }
            inspection.note(
                \PackageInputs.packageFile,
                "lies in code-artifacts-dir, so that the next package would hold this one: name a place outside, or name it "
                    + "in exclude too")
        } catch {
            inspection.note(\PackageInputs.packageFile, error.description)
        }
    }
}
