import ArgumentParser

struct AWSInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.aws }

    @Option(help: "The AWS Region. By default AWS_REGION or AWS_DEFAULT_REGION.")
    var awsRegion: String?

    @Option(help: "Another address for the Lambda API, http:// or https://. By default that of the Region.")
    var endpointUrl: String?
}
