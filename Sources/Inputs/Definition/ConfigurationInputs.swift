import AWSCore
import ArgumentParser
import Deployment
import Engine

struct ConfigurationInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.configuration }

    @Option(help: "ARN of the execution role. Needed to create a function.")
    var role: String?

    @Option(help: "The method that Lambda calls, such as index.handler. Needed to create a function from a zip.")
    var handler: String?

    @Option(help: "The runtime, such as nodejs22.x. Needed to create a function from a zip.")
    var runtime: String?

    @Option(help: "The description of the function, at most 256 characters.")
    var functionDescription: String?

    @Option(help: "Memory in MB, 128 to 10240.")
    var memorySize: String?

    @Option(help: "How long an invocation may run, in seconds, 1 to 900.")
    var timeout: String?

    @Option(help: "The size of /tmp in MB, 512 to 10240.")
    var ephemeralStorage: String?

    @Option(help: #"Environment variables as a JSON object, such as {"LOG_LEVEL":"info"}. The values are never shown."#)
    var environment: String?

    @Option(help: "merge (the default) adds environment to the function's variables; replace makes it all there is.")
    var environmentStrategy: String?

    @Option(
        help: "ARNs of at most 5 layer versions, as a JSON array, one per line or separated by commas; [] for none.")
    var layers: String?

    @Option(
        help: #"VPC as JSON: {"SubnetIds":["subnet-1"],"SecurityGroupIds":["sg-1"],"Ipv6AllowedForDualStack":false}."#)
    var vpcConfig: String?

    @Option(
        help:
            #"File system as JSON: [{"Arn":"arn:aws:elasticfilesystem:...","LocalMountPath":"/mnt/data"}]; [] for none."#
    )
    var fileSystemConfigs: String?

    @Option(help: #"Queue or topic for failed asynchronous events, as JSON: {"TargetArn":"arn:aws:sqs:..."}."#)
    var deadLetterConfig: String?

    @Option(help: #"X-Ray tracing as JSON: {"Mode":"Active"} or {"Mode":"PassThrough"}."#)
    var tracingConfig: String?

    @Option(help: "ARN of the KMS key that encrypts the environment variables.")
    var kmsKeyArn: String?

    @Option(
        help: #"What an image overrides, as JSON: {"EntryPoint":["/run"],"Command":["app"],"WorkingDirectory":"/app"}."#
    )
    var imageConfig: String?

    @Option(help: #"SnapStart as JSON: {"ApplyOn":"PublishedVersions"} or {"ApplyOn":"None"}."#)
    var snapStart: String?

    @Option(
        help:
            #"Logging as JSON: {"LogFormat":"JSON","ApplicationLogLevel":"INFO","SystemLogLevel":"WARN","LogGroup":"/x"}."#
    )
    var loggingConfig: String?

    @Option(help: #"Durable execution as JSON: {"RetentionPeriodInDays":14,"ExecutionTimeout":3600}."#)
    var durableConfig: String?

    @Option(help: "ARN of a code signing configuration. Only used when the function is created.")
    var codeSigningConfigArn: String?

    @Option(help: #"Tags to add or overwrite, as a JSON object, such as {"team":"blue"}. Other tags stay."#)
    var tags: String?
}

extension ConfigurationInputs {
    typealias Member = (
        name: ConfigurationMember, input: KeyPath<Self, String?>, check: (String) throws(Complaint) -> JSONValue
    )

    /// The inputs that are a member of the configuration each: AWS's name for it, and what the text means.
    ///
    /// What is planned is compared with what stands by one rule for all members, `ConfigurationMember.isCovered`. That has
    /// exceptions for those that AWS shows otherwise than it takes them: here Layers, VpcConfig, TracingConfig, ImageConfig
    /// and SnapStart.
    static var members: [Member] {
        [
            ("Role", \.role, TextRule.roleARN.json),
            ("Handler", \.handler, TextRule.word("a handler", upTo: 128).json),
            ("Runtime", \.runtime, TextRule.word("a runtime", upTo: 64).json),
            ("Description", \.functionDescription, TextRule.upTo(256).json),
            ("MemorySize", \.memorySize, WholeNumber(range: 128...10_240, unit: "MB").json),
            ("Timeout", \.timeout, WholeNumber(range: 1...900, unit: "seconds").json),
            ("EphemeralStorage", \.ephemeralStorage, WholeNumber(range: 512...10_240, unit: "MB").json(as: "Size")),
            ("Layers", \.layers, TextList.layers),
            ("VpcConfig", \.vpcConfig, JSONInput.vpcConfig.read),
            ("FileSystemConfigs", \.fileSystemConfigs, JSONInput.fileSystemConfigs.read),
            ("DeadLetterConfig", \.deadLetterConfig, JSONInput.deadLetterConfig.read),
            ("TracingConfig", \.tracingConfig, JSONInput.tracingConfig.read),
            ("KMSKeyArn", \.kmsKeyArn, TextRule.kmsKeyARN.json),
            ("ImageConfig", \.imageConfig, JSONInput.imageConfig.read),
            ("SnapStart", \.snapStart, JSONInput.snapStart.read),
            ("LoggingConfig", \.loggingConfig, JSONInput.loggingConfig.read),
            ("DurableConfig", \.durableConfig, JSONInput.durableConfig.read),
        ]
    }
}
