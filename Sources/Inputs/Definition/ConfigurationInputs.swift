import ArgumentParser

struct ConfigurationInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.configuration }

    @Option(
        help: """
            Any settings by AWS's own names as a JSON object, or @ and the path of a file with it, as \
            get-function-configuration shows them. An input of its own wins.
            """)
    var configuration: String?

    @Option(help: "ARN of the execution role. Needed to create a function.")
    var role: String?

    @Option(help: "The method that Lambda calls, such as index.handler. Needed to create a function from a zip.")
    var handler: String?

    @Option(help: "The runtime, such as nodejs22.x. Needed to create a function from a zip.")
    var runtime: String?

    @Option(help: "The description of the function, at most 256 characters.")
    var functionDescription: String?

    @Option(help: "Memory in MB, from 128.")
    var memorySize: String?

    @Option(help: "How long an invocation may run, in seconds, from 1.")
    var timeout: String?

    @Option(help: "The size of /tmp in MB, from 512.")
    var ephemeralStorage: String?

    @Option(help: #"Environment variables as a JSON object, such as {"LOG_LEVEL":"info"}. The values are never shown."#)
    var environment: String?

    @Option(help: "merge (the default) adds environment to the function's variables; replace makes it all there is.")
    var environmentStrategy: String?

    @Option(
        help: "ARNs of layer versions, as a JSON array, one per line or separated by commas; [] for none.")
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
