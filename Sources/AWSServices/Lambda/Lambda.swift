import AWSCore

/// AWS Lambda's control plane, one file an operation.
///
/// Every operation takes the time it may spend, retries included; none waits longer.
package struct Lambda: Sendable {
    let client: AWSClient

    package init(client: AWSClient) {
        self.client = client
    }
}
