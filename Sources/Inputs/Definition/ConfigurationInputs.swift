import ArgumentParser

struct ConfigurationInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.configuration }

    @Option(
        help: """
            Any settings under AWS's own names, as a JSON object or @ and the path of a JSON file, in the form that \
            get-function-configuration prints. A dedicated input takes precedence.
            """)
    var configuration: String?

    @Option(help: "ARN of the execution role. Required to create a function.")
    var role: String?

    @Option(help: "The function's entry point, such as index.handler. Required to create a function from a zip.")
    var handler: String?

    @Option(help: "The runtime, such as nodejs22.x. Required to create a function from a zip.")
    var runtime: String?

    @Option(help: "The function's description, up to 256 characters.")
    var functionDescription: String?

    @Option(help: "Memory in MB, at least 128.")
    var memorySize: String?

    @Option(help: "The longest an invocation may run, in seconds, at least 1.")
    var timeout: String?

    @Option(help: "The size of /tmp in MB, at least 512.")
    var ephemeralStorage: String?

    @Option(help: #"Environment variables as a JSON object, such as {"LOG_LEVEL":"info"}. Values are never shown."#)
    var environment: String?

    @Option(
        help:
            "merge (default) adds environment to the function's variables; replace removes every variable that is not listed."
    )
    var environmentStrategy: String?

    @Option(
        help: "ARNs of layer versions: a JSON array, one per line, or separated by commas. [] removes all layers.")
    var layers: String?

    @Option(
        help:
            #"The VPC as JSON: {"SubnetIds":["subnet-1"],"SecurityGroupIds":["sg-1"],"Ipv6AllowedForDualStack":false}."#
    )
    var vpcConfig: String?

    @Option(
        help:
            #"The file system as JSON: [{"Arn":"arn:aws:elasticfilesystem:...","LocalMountPath":"/mnt/data"}]. [] removes it."#
    )
    var fileSystemConfigs: String?

    @Option(help: #"The queue or topic for failed asynchronous events, as JSON: {"TargetArn":"arn:aws:sqs:..."}."#)
    var deadLetterConfig: String?

    @Option(help: #"X-Ray tracing as JSON: {"Mode":"Active"} or {"Mode":"PassThrough"}."#)
    var tracingConfig: String?

    @Option(help: "ARN of the KMS key that encrypts environment variables.")
    var kmsKeyArn: String?

    @Option(
        help:
            #"Overrides for a container image, as JSON: {"EntryPoint":["/run"],"Command":["app"],"WorkingDirectory":"/app"}."#
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

    @Option(help: "ARN of a code signing configuration. Used only when the function is created.")
    var codeSigningConfigArn: String?

    @Option(help: #"Tags to add or overwrite, as a JSON object, such as {"team":"blue"}. Other tags are kept."#)
    var tags: String?
}
