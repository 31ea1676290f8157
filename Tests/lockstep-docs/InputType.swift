/// What kind of value an input takes, in the words of the documents. The parser knows only texts.
enum InputType: String, CaseIterable {
    case text
    case choice
    case trueOrFalse = "`true`, `false`"
    case number
    case time
    case list
    case lines
    case path
    case arn = "ARN"
    case url = "URL"
    case json = "JSON"
    case jsonOrFile = "JSON or `@file`"

    /// An input without a type here is an error, so that a new one gets its own.
    static func of(_ input: String) throws -> InputType {
        guard let type = allCases.first(where: { $0.inputs.contains(input) }) else { throw NoType(input: input) }
        return type
    }

    private var inputs: [String] {
        switch self {
        case .text:
            [
                "function-name", "revision-id", "s3-bucket", "s3-key", "s3-object-version", "image-uri", "handler",
                "runtime", "function-description", "alias", "version-description", "stage", "rollback-to", "traffic",
                "codedeploy-application", "codedeploy-deployment-group", "smoke-test-expect-error", "aws-region",
                "role-session-name", "role-external-id", "audience",
            ]
        case .choice:
            [
                "mode", "links", "package-checks", "package-type", "architectures", "environment-strategy",
                "publish-to", "on-superseded", "alarms-already-on", "smoke-test-target", "on-conflict",
                "on-wait-timeout", "on-failure",
            ]
        case .trueOrFalse: ["dry-run", "create", "publish", "wait", "role-chaining", "summary"]
        case .number:
            [
                "bucket-owner", "memory-size", "timeout", "ephemeral-storage", "keep-versions", "max-retries",
                "role-duration-seconds",
            ]
        case .time: ["smoke-test-timeout", "wait-timeout", "deadline"]
        case .list: ["layers", "alarms", "allowed-account-ids"]
        case .lines: ["exclude"]
        case .path: ["code-artifacts-dir", "zip-file", "package-file"]
        case .arn: ["source-kms-key-arn", "role", "kms-key-arn", "code-signing-config-arn", "role-to-assume"]
        case .url: ["endpoint-url"]
        case .json:
            [
                "environment", "vpc-config", "file-system-configs", "dead-letter-config", "tracing-config",
                "image-config", "snap-start", "logging-config", "durable-config", "tags",
            ]
        case .jsonOrFile: ["configuration", "smoke-test-payload", "smoke-test-expect"]
        }
    }

    private struct NoType: Error {
        let input: String
    }
}
