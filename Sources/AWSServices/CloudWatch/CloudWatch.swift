import AWSCore

/// As much of Amazon CloudWatch as it takes to know whether something is wrong.
package struct CloudWatch: Sendable {
    let client: AWSClient

    package init(client: AWSClient) {
        self.client = client
    }
}

extension AWSService {
    /// Source: https://docs.aws.amazon.com/general/latest/gr/cw_region.html
    package static let cloudWatch = AWSService(
        signingName: "monitoring", hostPrefix: "monitoring", endpointVariable: "AWS_ENDPOINT_URL_CLOUDWATCH",
        signature: .ordinary, errors: .json)
}
