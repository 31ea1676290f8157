import AWSCore
import Deployment
import Engine

extension ConfigurationInputs {
    private typealias Row = (
        member: ConfigurationMember, input: String, text: String?, read: (String) throws(Complaint) -> JSONValue
    )

    private var table: [Row] {
        [
            ("Role", "role", role, TextRule.roleARN.json),
            ("Handler", "handler", handler, TextRule.word("a handler", upTo: 128).json),
            ("Runtime", "runtime", runtime, TextRule.word("a runtime", upTo: 64).json),
            ("Description", "function-description", functionDescription, TextRule.upTo(256).json),
            ("MemorySize", "memory-size", memorySize, WholeNumber(range: 128...10_240, unit: "MB").json),
            ("Timeout", "timeout", timeout, WholeNumber(range: 1...900, unit: "seconds").json),
            ("EphemeralStorage", "ephemeral-storage", ephemeralStorage, Self.storage),
            ("Layers", "layers", layers, TextList.layers),
            ("VpcConfig", "vpc-config", vpcConfig, JSONInput.vpcConfig.read),
            ("FileSystemConfigs", "file-system-configs", fileSystemConfigs, JSONInput.fileSystemConfigs.read),
            ("DeadLetterConfig", "dead-letter-config", deadLetterConfig, JSONInput.deadLetterConfig.read),
            ("TracingConfig", "tracing-config", tracingConfig, JSONInput.tracingConfig.read),
            ("KMSKeyArn", "kms-key-arn", kmsKeyArn, TextRule.kmsKeyARN.json),
            ("ImageConfig", "image-config", imageConfig, JSONInput.imageConfig.read),
            ("SnapStart", "snap-start", snapStart, JSONInput.snapStart.read),
            ("LoggingConfig", "logging-config", loggingConfig, JSONInput.loggingConfig.read),
            ("DurableConfig", "durable-config", durableConfig, JSONInput.durableConfig.read),
        ]
    }

    /// The members that are given; the environment has a plan of its own.
    func members(_ inspection: inout Inspection) -> [ConfigurationMember: JSONValue] {
        var members: [ConfigurationMember: JSONValue] = [:]
        for row in table { members[row.member] = inspection.read(row.input, row.text, row.read) }
        return members
    }

    func variables(_ inspection: inout Inspection) -> PlannedEnvironment? {
        typealias Strategy = PlannedEnvironment.Strategy
        let strategy = inspection.read("environment-strategy", environmentStrategy, Strategy.init(input:)) ?? .merge
        let variables = inspection.read("environment", environment, EnvironmentVariables.read)
        return variables.map { PlannedEnvironment(variables: $0, strategy: strategy) }
    }

    /// AWS refuses these with "Please don't provide Handler or Runtime or Layer when the intended function PackageType
    /// is Image" and the like, but only after the code has been written.
    func check(against source: PackageSource, _ inspection: inout Inspection) {
        if source.packageType == "Zip" {
            if imageConfig.given != nil { inspection.note("image-config", "is for container images, not for a zip") }
            return
        }
        for (input, text) in [("handler", handler), ("runtime", runtime), ("layers", layers)] where text.given != nil {
            inspection.note(input, "is for zip packages: a container image brings its own")
        }
    }

    /// AWS refuses a layer of another Region only after the code has been written, and often as if a permission were
    /// missing, lambda:GetLayerVersion.
    /// Source: https://github.com/aws-amplify/amplify-backend/pull/2216
    func checkLayers(
        of members: [ConfigurationMember: JSONValue], in region: String, _ inspection: inout Inspection
    ) {
        for layer in members[.layers]?.array?.compactMap(\.string) ?? [] {
            guard let named = ARN(layer)?.region, named != region else { continue }
            inspection.note(
                "layers",
                "has \(layer.quoted) of \(named), but a function takes layers of its own Region only, \(region)")
        }
    }

    private static func storage(_ text: String) throws(Complaint) -> JSONValue {
        .object(["Size": try WholeNumber(range: 512...10_240, unit: "MB").json(text)])
    }
}

extension TextRule {
    fileprivate func json(_ text: String) throws(Complaint) -> JSONValue {
        .string(try read(text))
    }
}

extension WholeNumber {
    fileprivate func json(_ text: String) throws(Complaint) -> JSONValue {
        .integer(try read(text))
    }
}
