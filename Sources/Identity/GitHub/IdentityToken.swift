import AWSCore

/// A token by which somebody proves who they are: a JSON Web Token. What it claims is read, never checked: that is AWS's to do.
/// Source: https://www.rfc-editor.org/rfc/rfc7519
struct IdentityToken: Sendable {
    let secret: Secret
    /// Those that trust policies compare, in the order in which they are told.
    let claims: [Claim]

    /// `nil` for what is no such token.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isOfBase64URL) }) else {
            return nil
        }
        secret = Secret(text)
        let body = JSONValue(parsing: Array(decodedBase64(plainBase64(parts[1]))?.utf8 ?? "".utf8))
        claims = Self.compared.compactMap { name in
            body?[name].flatMap { $0.string ?? $0.text }.map { Claim(name: name, value: $0) }
        }
    }

    /// Source: https://docs.github.com/actions/reference/security/oidc
    private static let compared = [
        "iss", "aud", "sub", "repository", "ref", "environment", "job_workflow_ref", "event_name",
    ]
}

/// RFC 4648, section 5, becomes section 4.
private func plainBase64(_ text: Substring) -> String {
    let plain = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
    return plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
}

private func isOfBase64URL(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
}
