/// One request, complete: what goes to whom, and how long it may take.
package struct HTTPRequest: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"
    }

    package var method: Method
    package var origin: HTTPOrigin
    /// Percent-encoded as it goes over the wire; begins with "/". An address that stands for itself has its query here.
    package var path: String
    package var query: [HTTPQueryItem]
    package var headers: HTTPHeaders
    package var body: HTTPBody
    package var limits: HTTPLimits
    /// Past any proxy that the environment names.
    package var isDirect = false
    /// Where the body of an answer of success (2xx) goes instead of into the answer; `nil`: it stays there.
    package var sink: (any ByteSink)?

    package init(
        method: Method, origin: HTTPOrigin, path: String, query: [HTTPQueryItem], headers: HTTPHeaders, body: HTTPBody,
        limits: HTTPLimits
    ) {
        self.method = method
        self.origin = origin
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.limits = limits
    }

    /// The whole address, percent-encoded.
    package var url: String {
        let query = query.map { "\($0.encodedName)=\($0.encodedValue)" }.joined(separator: "&")
        return "\(origin)\(path)" + (query.isEmpty ? "" : "?\(query)")
    }
}

/// Where a request goes: `https://lambda.eu-west-1.amazonaws.com`, `http://127.0.0.1:9000`.
package struct HTTPOrigin: Sendable, Equatable, CustomStringConvertible {
    package enum Scheme: String, Sendable {
        case http, https
    }

    package let scheme: Scheme
    /// A name or an address; IPv6 in brackets.
    package let host: String
    /// `nil` is the scheme's own port.
    package let port: Int?

    package init(scheme: Scheme, host: String, port: Int?) {
        self.scheme = scheme
        self.host = host
        self.port = port
    }

    /// The value of the Host header.
    package var authority: String {
        port.map { "\(host):\($0)" } ?? host
    }

    /// What is sent there does not leave the machine, however it is sent.
    package var isLoopback: Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let isIPv4 = parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
        return isIPv4 || host == "[::1]" || host == "localhost"
    }

    package var description: String {
        "\(scheme.rawValue)://\(authority)"
    }
}

/// A query parameter, not yet encoded.
package struct HTTPQueryItem: Sendable, Equatable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    package var encodedName: String { percentEncoded(name) }
    package var encodedValue: String { percentEncoded(value) }
}

/// RFC 3986: everything but letters, digits and `-._~` as `%XX` of its UTF-8, upper case, as AWS signs it.
package func percentEncoded(_ text: String) -> String {
    if text.utf8.allSatisfy(standsForItself) { return text }
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in text.utf8 {
        if standsForItself(byte) {
            encoded.append(byte)
        } else {
            encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
    return String(decoding: encoded, as: UTF8.self)
}

private func standsForItself(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": true
    default: false
    }
}

/// How long a request may take and how much it may bring.
package struct HTTPLimits: Sendable, Equatable {
    /// To open the connection, TLS included.
    package var connect: Duration
    /// Without a byte sent or received.
    package var idle: Duration
    /// For the whole request.
    package var total: Duration
    /// How long a request under way may still take once its task is cancelled. A read has none; a write has a moment,
    /// so that a run that stops knows what became of it.
    package var graceWhenCancelled: Duration
    /// The largest answer's body accepted, in bytes.
    package var answerBytes: Int

    package init(
        connect: Duration, idle: Duration, total: Duration, graceWhenCancelled: Duration, answerBytes: Int
    ) {
        self.connect = connect
        self.idle = idle
        self.total = total
        self.graceWhenCancelled = graceWhenCancelled
        self.answerBytes = answerBytes
    }
}
