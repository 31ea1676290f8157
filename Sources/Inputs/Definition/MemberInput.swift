import AWSCore
import Engine

/// An input that is a member of the configuration: AWS's name for it, and what it must be like, as a text and as JSON.
struct MemberInput {
    let name: ConfigurationMember
    let input: KeyPath<ConfigurationInputs, String?>
    let shape: JSONShape
    let read: (String) throws(Complaint) -> JSONValue
}

extension MemberInput {
    fileprivate typealias Input = KeyPath<ConfigurationInputs, String?>

    fileprivate static func text(_ name: ConfigurationMember, _ input: Input, _ rule: TextRule) -> MemberInput {
        MemberInput(name: name, input: input, shape: .text(rule), read: rule.json)
    }

    fileprivate static func number(_ name: ConfigurationMember, _ input: Input, _ number: WholeNumber) -> MemberInput {
        MemberInput(name: name, input: input, shape: .integer(number.range), read: number.json)
    }

    fileprivate static func json(_ name: ConfigurationMember, _ input: Input, _ json: JSONInput) -> MemberInput {
        MemberInput(name: name, input: input, shape: json.shape, read: json.read)
    }
}

extension ConfigurationInputs {
    /// What is planned is compared with what stands by one rule for all members, `FunctionContent.covers`. That has
    /// exceptions for those that AWS shows otherwise than it takes them: here Layers, VpcConfig, TracingConfig, ImageConfig
    /// and SnapStart.
    static var members: [MemberInput] {
        let size = WholeNumber.from(512, unit: "MB")
        return [
            .text("Role", \.role, .roleARN),
            .text("Handler", \.handler, .word("a handler", upTo: 128)),
            .text("Runtime", \.runtime, .word("a runtime", upTo: 64)),
            .text("Description", \.functionDescription, .upTo(256)),
            .number("MemorySize", \.memorySize, .from(128, unit: "MB")),
            .number("Timeout", \.timeout, .from(1, unit: "seconds")),
            MemberInput(
                name: "EphemeralStorage", input: \.ephemeralStorage,
                shape: .object([.required("Size", .integer(size.range))]), read: size.json(as: "Size")),
            MemberInput(
                name: "Layers", input: \.layers, shape: .list(of: .text(.layerVersionARN)), read: TextList.layers),
            .json("VpcConfig", \.vpcConfig, .vpcConfig),
            .json("FileSystemConfigs", \.fileSystemConfigs, .fileSystemConfigs),
            .json("DeadLetterConfig", \.deadLetterConfig, .deadLetterConfig),
            .json("TracingConfig", \.tracingConfig, .tracingConfig),
            MemberInput(
                name: "KMSKeyArn", input: \.kmsKeyArn, shape: .text(.kmsKeyARNOrNone), read: TextRule.kmsKeyARN.json),
            .json("ImageConfig", \.imageConfig, .imageConfig),
            .json("SnapStart", \.snapStart, .snapStart),
            .json("LoggingConfig", \.loggingConfig, .loggingConfig),
            .json("DurableConfig", \.durableConfig, .durableConfig),
        ]
    }
}
