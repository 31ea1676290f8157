// The code, and how it starts.
//
// Sources: https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html (StateReasonCode and
// LastUpdateStatusReasonCode), https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#API_Invoke_Errors
extension Remedy {
    static let code = [
        row(
            "ImageDeleted", cause: "the image was deleted",
            cure:
                "Set image-uri to an image that exists, or push it again. A lifecycle rule in ECR must not delete images "
                + "that are in use."),
        row(
            "ImageAccessDenied", cause: "Lambda may not pull the image",
            cure:
                "Let the ECR repository's policy allow lambda.amazonaws.com ecr:BatchGetImage and "
                + "ecr:GetDownloadUrlForLayer."),
        row(
            "InvalidImage", cause: "the image cannot be used",
            cure:
                "Check that it is complete, and build it with provenance: false and for the one platform that "
                + "architectures names."),
        row(
            "InvalidZipFileException", cause: "the package cannot be unpacked",
            cure: "Rebuild the package: Lambda cannot unpack it."),
        row(
            "InvalidRuntime", "InvalidRuntimeException", cause: "the runtime is not supported",
            cure: "Set runtime to one that Lambda still supports."),
        row(
            "RuntimeAliasDeletedException", "RuntimeVersionDeletedException", cause: "the runtime is no longer there",
            cure: "Set RuntimeConfig in configuration to a runtime that is available."),
        row(
            "CodeArtifactUserDeletedException", "CodeArtifactUserFailedException",
            cause: "Lambda cannot read the function's code",
            cure: "Deploy the code once more: Lambda then sets up its access to it anew."),
        row(
            "InvalidConfiguration", cause: "the configuration cannot work",
            cure: "Correct the setting that AWS names, by its input or in configuration."),
        row("InternalError", cause: "AWS failed", cure: "The cause is on AWS's side."),
        row(
            "DependencyError", cause: "a service that the function needs failed",
            cure: "Look at what AWS names: it may pass, or need a change of the configuration."),
    ]

    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-deployment.html
    static let starting = [
        row(
            "FunctionError.InitTimeout", cause: "the function takes too long to start",
            cure: "Shorten its initialisation, or raise memory-size, which brings more CPU."),
        row(
            "FunctionError.RuntimeInitError", cause: "the runtime does not start",
            cure: "Look at the function's log, and check runtime, handler and that all dependencies are in the package."
        ),
        row(
            "FunctionError.ExtensionInitError", cause: "an extension does not start",
            cure: "Look at the function's log, and check the extensions in layers or in the image."),
        row(
            "FunctionError.InvalidEntryPoint", cause: "the entry point cannot be started",
            cure:
                "Check EntryPoint and Command in image-config and in the image: the file must exist, and be built for the "
                + "function's architecture."),
        row(
            "FunctionError.InvalidWorkingDirectory", cause: "the working directory does not exist",
            cure: "Set WorkingDirectory in image-config to a directory of the image."),
        row(
            "FunctionError.PermissionDenied", cause: "a file of the function may not be executed",
            cure: "Make the entry point executable for everyone, and all other files readable."),
        row(
            "FunctionError.TooManyExtensions", cause: "the function has too many extensions",
            cure: "Remove extensions from layers or from the image."),
        row(
            "FunctionError.InitResourceExhausted", cause: "the function has too little to start with",
            cure: "Raise memory-size or ephemeral-storage, whichever its log shows to be used up."),
        row(
            "FunctionError", cause: "the function does not start",
            cure: "Look at the function's log, and check handler, entry point and initialisation."),
        row(
            "SnapStartException", cause: "the function failed after its snapshot was restored",
            cure: "Look at the function's log, and fix its hook for what comes after restoring."),
        row(
            "SnapStartTimeoutException", cause: "restoring the snapshot took too long",
            cure: "Shorten the function's hook for what comes after restoring."),
        row(
            "SnapStartNotReadyException", cause: "the snapshot is not ready",
            cure: "Run again in a few minutes, once the version is Active."),
        row(
            "SnapStartRegenerationFailureException", cause: "the snapshot was not renewed",
            cure: "Run again later, for Lambda tries again. A change of code or configuration makes it take a new one."),
    ]
}
