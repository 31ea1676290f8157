import AWSCore
import Deployment

/// The values of the input `environment`. Names are shown in messages, values never.
enum EnvironmentVariables {
    static func read(_ text: String) throws(Complaint) -> [String: Secret] {
        try NamedTexts.read(text, mistakes).mapValues(Secret.init)
    }

    static func mistakes(in given: NamedTexts) -> [JSONText.Mistake] {
        let mistakes = given.entries.compactMap { entry in
            mistake(in: entry.name).map { JSONText.Mistake(entry.node, $0) }
        }
        let size = VariablesSize.bytes(ofAll: given.entries.map { VariablesSize.bytes($0.name, $0.text) })
        guard mistakes.isEmpty, size > VariablesSize.most else { return mistakes }
        return [
            (
                given.node,
                "the variables are \(size) bytes in all, but may take \(VariablesSize.most) bytes together (as JSON)"
            )
        ]
    }

    private static func mistake(in name: String) -> String? {
        if reserved.contains(name) { return "the name \(name.quoted) is reserved: Lambda sets it itself" }
        let isAllowed =
            name.count >= 2 && name.first?.isLetter == true && name.allSatisfy { $0.isNameCharacter && $0 != "-" }
        return isAllowed
            ? nil : "the name \(name.quoted) must be two or more letters, digits and _, and begin with a letter"
    }

    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
    private static let reserved: Set<String> = [
        "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_DEFAULT_REGION",
        "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_LAMBDA_RUNTIME_API", "AWS_REGION", "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN", "LAMBDA_RUNTIME_DIR", "LAMBDA_TASK_ROOT",
    ]
}
