import HTTP

extension Refusal {
    /// Reads what AWS said in an answer that is no success, in any of the forms it has been seen in.
    ///
    /// The name stands in a header, or in the body as `__type`, `code` or `Code`, behind a namespace and before a
    /// link; the sentence stands as `message` or `Message`, may be null, and the body may be no JSON at all.
    /// Source: https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization
    init(operation: String, answer: HTTPResponse, errors: AWSService.Errors) {
        let told =
            switch errors {
            case .json: jsonError(answer.body)
            case .other(let read): read(answer)
            }
        let code = answer.headers["x-amzn-errortype"] ?? told?.code ?? ""
        let message = told.map { $0.message ?? "" } ?? excerpt(of: answer.body)
        self.init(
            operation: operation, status: answer.status, code: bareName(code), message: shown(message),
            requestID: answer.requestID)
        reason = told?.reason
    }
}

extension HTTPResponse {
    var requestID: String? { headers["x-amzn-requestid"] ?? headers["x-amz-request-id"] }
}

/// `nil` when the body is no JSON object.
private func jsonError(_ body: [UInt8]) -> ErrorText? {
    guard let members = JSONValue(parsing: body)?.object else { return nil }
    func text(_ names: [String]) -> String? { names.lazy.compactMap { members[$0]?.string }.first }
    var told = ErrorText(code: text(["__type", "code", "Code"]) ?? "", message: text(["message", "Message"]))
    told.reason = text(["Reason"])
    return told
}

/// `ns#Name:http://...` -> `Name`
private func bareName(_ code: String) -> String {
    let beforeLink = code.prefix { $0 != ":" }
    return String(beforeLink.split(separator: "#").last ?? "")
}

/// The message, without the echo of all environment variables that "exceeded the 4KB limit" ends with, and not endless.
private func shown(_ message: String) -> String {
    let echo = "String measured:"
    var shown = message
    if let start = start(of: echo, in: message) { shown = message[..<start] + echo + " ***" }
    return shown.count > 2_048 ? shown.prefix(2_048) + "..." : shown
}

private func start(of part: String, in text: String) -> String.Index? {
    text.indices.first { text[$0...].hasPrefix(part) }
}
