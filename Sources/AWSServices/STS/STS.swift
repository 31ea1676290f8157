import AWSCore
import XML

/// As much of AWS's Security Token Service as it takes to assume a role, and to know as whom one speaks.
package struct STS: Sendable {
    let client: AWSClient

    package init(client: AWSClient) {
        self.client = client
    }
}

extension STS {
    /// All of its operations are asked for in a form.
    /// Source: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
    static func call(_ operation: String, _ fields: [HTTPQueryItem]) -> AWSCall {
        var call = AWSCall(operation: operation, effect: .read, method: .post, path: "/")
        call.headers = [.init(name: "Content-Type", value: "application/x-www-form-urlencoded")]
        let all =
            [HTTPQueryItem(name: "Action", value: operation), .init(name: "Version", value: "2011-06-15")] + fields
        call.body = .bytes(Array(all.map { "\($0.encodedName)=\($0.encodedValue)" }.joined(separator: "&").utf8))
        return call
    }
}

extension AWSService {
    /// In the Region, as all of AWS's own tools ask it by now.
    /// Sources: https://docs.aws.amazon.com/general/latest/gr/sts.html,
    /// https://docs.aws.amazon.com/sdkref/latest/guide/feature-sts-regionalized-endpoints.html
    package static let sts = AWSService(
        signingName: "sts", hostPrefix: "sts", endpointVariable: "AWS_ENDPOINT_URL_STS", signature: .ordinary,
        errors: .other(errorText))
}

/// Source: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#error-responses
private func errorText(_ answer: HTTPResponse) -> ErrorText? {
    guard let root = XMLElement(parsing: answer.body), let error = root.children.first(where: { $0.name == "Error" })
    else { return nil }
    return ErrorText(code: error["Code"] ?? "", message: error["Message"])
}
