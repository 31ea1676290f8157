import Engine

/// Every output there is, defined once. A test holds action.yml and docs/outputs.md against this.
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
    case dryRun = "dry-run"
    case summary
    case consoleLink = "console-link"

    package var description: String {
        switch self {
        case .version: "The number of the resulting version, or empty if there is none."
        case .functionArn: "The function's ARN, without a version."
        case .versionArn: "The version's ARN."
        case .aliasArn: "The alias's ARN."
        case .previousVersion: "The version the alias pointed to before."
        case .codeSha256:
            """
            AWS's digest of the resulting version's code, or of $LATEST if none was published: the zip's SHA-256 in \
            base64, or the image's digest in hex.
            """
        case .revisionId: "The revision ID of $LATEST after publishing."
        case .changed: "true if anything other than a record was written (in plan mode: would be), otherwise false."
        case .codeChanged: "true if the code was changed (in plan mode: would be), otherwise false."
        case .configurationChanged: "true if the configuration was changed (in plan mode: would be), otherwise false."
        case .codedeployDeploymentId: "With traffic: codedeploy, the ID of the CodeDeploy deployment."
        case .codedeployLink: "The URL of that deployment in the AWS console."
        case .outcome: "deployed, unchanged, rolled-back, superseded, planned, packaged, listed, shown or failed."
        case .conflicts: "The number of conflicts with someone else's changes."
        case .durationSeconds: "How long the run took, in seconds."
        case .dryRun:
            "With dry-run, proved if AWS accepts the code from these credentials, or not-proved; otherwise empty."
        case .packageFile: "The zip that mode package built."
        case .packageSha256: "Its SHA-256 in base64, the code-sha256 of a function that runs it."
        case .packageBytes: "Its size in bytes."
        case .summary:
            """
            The job summary as Markdown, for a comment on a pull request: without the picture, at most 60,000 characters.
            """
        case .consoleLink:
            "The URL of the alias in the AWS console, or of the version or function if there is no alias."
        case .plan:
            """
            The planned changes as a JSON array of objects with name, before and after: settings under AWS's names and, in \
            a plan, Version, Alias NAME, Smoke tests, Traffic and Old versions, each only if it applies. Values of \
            environment variables are never shown.
            """
        }
    }
}
