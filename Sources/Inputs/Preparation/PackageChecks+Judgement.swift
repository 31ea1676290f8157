import AWSCore
import Deployment
import Engine
import Packaging

extension PackageChecks {
    /// What is wrong with a package, for whoever knows the function that it is for.
    func judgement(of contents: PackageContents) -> PackageJudgement {
        guard self != .off else { return { _ in [] } }
        return { content in
            guard let function = FunctionAsPlanned(content) else { return [] }
            return contents.findings(in: function).map { finding in
                PackageFinding(isError: finding.isError && self == .fail, wording: finding.wording)
            }
        }
    }
}

extension Inspection {
    /// What is wrong with a package whatever the function, and what was changed in it on the way.
    mutating func tell(_ package: DeploymentPackage, of source: PackageSource, _ checks: PackageChecks) {
        for change in package.changes.told { remark(.notice, source.input, change) }
        guard checks != .off else { return }
        for finding in package.contents.findings {
            let message = finding.wording.text { $0 }  // whoever tells it takes the secrets out
            if finding.isError && checks == .fail {
                note(source.input, "\(message). To deploy it anyway, set package-checks: warn.")
            } else {
                remark(.warning, source.input, message)
            }
        }
    }
}

extension FunctionAsPlanned {
    /// - Returns: nil for a function without a runtime or a handler, which images have not.
    init?(_ content: FunctionContent) {
        guard let runtime = content.members[.runtime]?.string, let handler = content.members["Handler"]?.string else {
            return nil
        }
        self.init(
            runtimeName: runtime, handler: handler, architecture: content.architectures.first ?? "x86_64",
            hasOtherSources: content.hasOtherSources)
    }
}

extension FunctionContent {
    /// Whether what the package lacks may come from elsewhere.
    fileprivate var hasOtherSources: Bool {
        let mounted = [.layers, "FileSystemConfigs"].contains { (member: ConfigurationMember) in
            members[member]?.array?.isEmpty == false
        }
        return mounted
            || Self.searchPaths.contains { name in
                members[.environment]?[name]?.string?.isEmpty == false
            }
    }

    /// Variables by which runtimes find code, or are started by a program of somebody's own.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
    private static let searchPaths = [
        "AWS_LAMBDA_EXEC_WRAPPER", "PYTHONPATH", "NODE_PATH", "NODE_OPTIONS", "RUBYLIB", "GEM_PATH", "CLASSPATH",
    ]
}
