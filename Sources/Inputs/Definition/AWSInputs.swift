import ArgumentParser

struct AWSInputs: ParsableArguments {
    @Option(help: "The AWS Region. By default AWS_REGION or AWS_DEFAULT_REGION.")
    var awsRegion: String?

    @Option(help: "Another address for the Lambda API, http:// or https://. By default that of the Region.")
    var endpointUrl: String?
}
