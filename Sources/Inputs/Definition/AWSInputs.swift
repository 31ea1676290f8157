import ArgumentParser

struct AWSInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.aws }

    @Option(help: "The AWS Region. Default: AWS_REGION or AWS_DEFAULT_REGION.")
    var awsRegion: String?

    @Option(help: "Another endpoint for the Lambda API, http:// or https://. Default: the Region's own.")
    var endpointUrl: String?
}
