import HTTP

/// A request in the one spelling that both sides hash.
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html, step 1
struct CanonicalRequest {
    let text: String
    /// The names of the headers that are signed, as they go into the Authorization header.
    let signedHeaders: String

    init(_ request: HTTPRequest, payloadHash: String, signature: AWSService.Signature) {
        let headers = canonicalHeaders(request.headers)
        signedHeaders = headers.map(\.name).joined(separator: ";")
        text = [
            request.method.rawValue,
            signature == .s3 ? request.path : encodedOnceMore(request.path),
            canonicalQuery(request.query),
            headers.map { "\($0.name):\($0.value)\n" }.joined(),
            signedHeaders,
            payloadHash,
        ].joined(separator: "\n")
    }
}

/// The path with its segments encoded again: what goes over the wire as `%3A` is signed as `%253A`.
private func encodedOnceMore(_ path: String) -> String {
    path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .map { percentEncoded(String(Substring($0))) }.joined(separator: "/")
}

private func canonicalQuery(_ query: [HTTPQueryItem]) -> String {
    query.map { ($0.encodedName, $0.encodedValue) }
        .sorted { $0 < $1 }
        .map { "\($0)=\($1)" }
        .joined(separator: "&")
}

/// Every header but those that are written after signing or that a proxy may rewrite.
private func canonicalHeaders(_ headers: HTTPHeaders) -> [HTTPHeaders.Field] {
    var values: [String: [String]] = [:]
    for field in headers.fields {
        values[field.name.lowercased(), default: []].append(
            field.value.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.map { String(Substring($0)) }
                .joined(separator: " "))
    }
    for name in ["authorization", "user-agent"] { values[name] = nil }
    return values.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value.joined(separator: ",")) }
}
