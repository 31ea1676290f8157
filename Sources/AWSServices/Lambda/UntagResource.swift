import AWSCore

extension Lambda {
    /// Takes tags away by their keys; one that is not there is no error.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UntagResource.html
    package func untagResource(
        functionArn: String, keys: [String], within budget: Duration
    ) async throws(AWSFailure) {
        var call = AWSCall(operation: "UntagResource", effect: .write, method: .delete, path: tagsPath(functionArn))
        call.query = keys.map { HTTPQueryItem(name: "tagKeys", value: $0) }
        try await client.send(call, within: budget) { _ in }
    }
}
