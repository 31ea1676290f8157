import AWSCore
import AWSServices
import Deployment

extension WorkflowRun {
    /// The run that GitHub's variables tell of; `nil` elsewhere.
    ///
    /// Run numbers count up within a workflow's file, whatever branch it is run on, so the file names the workflow, without
    /// the branch; only where it is not told, the workflow's own name does.
    /// Source: https://docs.github.com/actions/reference/workflows-and-actions/variables
    package init?(_ environment: [String: String]) {
        guard let number = environment["GITHUB_RUN_NUMBER"].given.flatMap(VersionNumber.init),
            let repository = environment["GITHUB_REPOSITORY"].given,
            let workflow = environment["GITHUB_WORKFLOW_REF"].given?.split(separator: "@").first.map(String.init)
                ?? environment["GITHUB_WORKFLOW"].given
        else { return nil }
        let attempt = environment["GITHUB_RUN_ATTEMPT"].given.flatMap(VersionNumber.init)
        let digest = SHA256Digest.of(Array("\(repository)\n\(workflow)".utf8)).hex
        self.init(workflow: String(digest.prefix(8)), number: number.value, attempt: attempt?.value ?? 1)
    }
}
