import AWSCore

/// AWS Lambda's control plane, one file an operation.
///
/// Every operation takes the time it may spend, retries included; none waits longer. Functions are named as AWS takes
/// them: by name, by ARN, or by the part of it that begins with the account.
package struct Lambda: Sendable {
    let client: AWSClient
    let permissions = LearnedPermissions()

    package init(client: AWSClient) {
        self.client = client
    }
}

extension AWSService {
    /// Source: https://docs.aws.amazon.com/general/latest/gr/lambda-service.html
    package static let lambda = AWSService(
        signingName: "lambda", hostPrefix: "lambda", endpointVariable: "AWS_ENDPOINT_URL_LAMBDA", signature: .ordinary,
        errors: .json)
}

/// The path of a function, or of what is below it.
func functionPath(_ name: String, _ rest: String...) -> String {
    (["/2015-03-31/functions", pathSegment(name)] + rest.map(pathSegment)).joined(separator: "/")
}

extension AWSCall {
    static func read(_ operation: String, _ path: String) -> AWSCall {
        AWSCall(operation: operation, effect: .read, method: .get, path: path)
    }

    static func write(
        _ operation: String, _ method: HTTPMethod, _ path: String, _ members: [String: JSONValue]
    ) -> AWSCall {
        write(operation, method, path, body: .bytes(Array(JSONValue.object(members).text.utf8)))
    }

    static func write(
        _ operation: String, _ method: HTTPMethod, _ path: String, body: HTTPBody
    ) -> AWSCall {
        var call = AWSCall(operation: operation, effect: .write, method: method, path: path)
        call.headers = [.init(name: "Content-Type", value: "application/json")]
        call.body = body
        return call
    }
}
