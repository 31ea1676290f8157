import AWSCore

/// As much of Amazon ECR as it takes to know an image's digest before anything is written.
package struct ECR: Sendable {
    let client: AWSClient

    package init(client: AWSClient) {
        self.client = client
    }
}

extension AWSService {
    /// Source: https://docs.aws.amazon.com/general/latest/gr/ecr.html
    package static let ecr = AWSService(
        signingName: "ecr", hostPrefix: "api.ecr", endpointVariable: "AWS_ENDPOINT_URL_ECR", signature: .ordinary,
        errors: .json)
}
