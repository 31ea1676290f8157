import AWSCore

extension AWSCall {
    /// A call of one of AWS's JSON protocols, in which the operation stands in a header.
    /// - Parameters:
    ///   - target: what stands before the operation in that header.
    ///   - version: of the protocol: `1.0` or `1.1`.
    /// Source: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
    static func targeted(
        _ operation: String, _ effect: Effect, target: String, version: String, _ members: [String: JSONValue]
    ) -> AWSCall {
        var call = AWSCall(operation: operation, effect: effect, method: .post, path: "/")
        call.headers = [
            .init(name: "Content-Type", value: "application/x-amz-json-\(version)"),
            .init(name: "X-Amz-Target", value: "\(target).\(operation)"),
        ]
        call.body = .bytes(Array(JSONValue.object(members).text.utf8))
        return call
    }
}
