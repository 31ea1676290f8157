import Engine

/// Every output there is, defined once. A test holds action.yml and the README's table against this.
package enum OutputName: String, Sendable, CaseIterable {
    case version
    case functionArn = "function-arn"
    case versionArn = "version-arn"
    case aliasArn = "alias-arn"
    case previousVersion = "previous-version"
    case codeSha256 = "code-sha256"
    case revisionId = "revision-id"
    case changed
    case codeChanged = "code-changed"
    case configurationChanged = "configuration-changed"
    case codedeployDeploymentId = "codedeploy-deployment-id"
    case codedeployLink = "codedeploy-link"
    case outcome
    case conflicts
    case durationSeconds = "duration-seconds"
    case plan
    case packageFile = "package-file"
    case packageSha256 = "package-sha256"
    case packageBytes = "package-bytes"
    case summary
    case consoleLink = "console-link"

    package var description: String {
        switch self {
        case .version: "The number of the resulting version; empty if there is none."
        case .functionArn: "ARN of the function, without a version."
        case .versionArn: "ARN of the version."
        case .aliasArn: "ARN of the alias."
        case .previousVersion: "The version that the alias pointed to before."
        case .codeSha256:
            """
            AWS's digest of the code of the resulting version, or of $LATEST where none was published: base64 of the \
            zip's SHA-256, or an image's digest in hex.
            """
        case .revisionId: "The revision of $LATEST, after publishing."
        case .changed: "true if anything but a record was written (in plan mode: would be), else false."
        case .codeChanged: "true if the code was changed (in plan mode: would be), else false."
        case .configurationChanged: "true if the configuration was changed (in plan mode: would be), else false."
        case .codedeployDeploymentId: "The id of CodeDeploy's deployment, with traffic: codedeploy."
        case .codedeployLink: "The address of that deployment in AWS's console."
        case .outcome: "deployed, unchanged, rolled-back, superseded, planned, packaged or failed."
        case .conflicts: "How many conflicts with somebody else's changes were met."
        case .durationSeconds: "How long it took, in seconds."
        case .packageFile: "The zip that mode package made."
        case .packageSha256: "Its SHA-256 in base64, as code-sha256 is for a function that has it."
        case .packageBytes: "Its size in bytes."
        case .summary:
            """
            The job's summary as Markdown, for a comment on a pull request: without its picture, of at most 60,000 characters.
            """
        case .consoleLink: "The address of the alias, or else of the version or the function, in AWS's console."
        case .plan:
            """
            What was to be done, as a JSON list of objects with name, before and after: the settings by AWS's names, then in \
            a plan Version, Alias NAME, Smoke tests, Traffic and Old versions, as far as something is to become of them. \
            Values of environment variables are not shown.
            """
        }
    }
}
