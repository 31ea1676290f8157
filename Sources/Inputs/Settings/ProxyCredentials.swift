import AWSCore

/// What a proxy lets us through for. It stands in the proxy's address, which libcurl's own messages may repeat.
enum ProxyCredentials {
    /// All that libcurl reads (https://curl.se/libcurl/c/libcurl-env.html), and the one that only others do.
    private static let variables = [
        "https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY",
    ]

    static func secrets(_ environment: [String: String]) -> [String] {
        variables.flatMap { environment[$0].given.map(secrets(of:)) ?? [] }
    }

    /// The password, or what stands alone in the user's place, as it is written and as it is meant.
    static func secrets(of address: String) -> [String] {
        let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
        guard let end = rest.lastIndex(of: "@") else { return [] }
        let user = rest[..<end]
        let name = user.prefix { $0 != ":" }
        let password = user.dropFirst(name.count + 1)
        let secret = String(password.isEmpty ? name : password)
        let meant = percentDecoded(secret)
        return [secret, meant == secret ? "" : meant].filter { !$0.isEmpty }
    }
}

private func percentDecoded(_ text: String) -> String {
    var decoded: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
            decoded.append(value)
            rest = rest.dropFirst(2)
        } else {
            decoded.append(byte)
        }
    }
    return String(decoding: decoded, as: UTF8.self)
}
