import HTTP

extension Endpoint {
    /// Reads `scheme://host[:port][/path]` (RFC 3986). A user, a query or a fragment has no meaning here.
    init(parsing url: String, from source: String) throws(EndpointFailure) {
        func malformed(_ reason: String) -> EndpointFailure { .malformed(source: source, reason: reason) }

        let parts = url.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].hasPrefix("//") else {
            throw malformed("it does not begin with http:// or https://")
        }
        guard let scheme = HTTPOrigin.Scheme(rawValue: parts[0].lowercased()) else {
            throw malformed("only http and https can be spoken")
        }
        let rest = parts[1].dropFirst(2)
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        guard let (host, port) = authority(rest[..<slash]) else {
            throw malformed("its host or port is malformed (no user may stand before it)")
        }
        var path = rest[slash...]
        while path.hasSuffix("/") { path.removeLast() }
        guard path.utf8.allSatisfy(isPathByte) else {
            throw malformed("its path has characters that none can have (a query or a fragment has no place in it)")
        }
        self.init(
            origin: HTTPOrigin(scheme: scheme, host: host, port: port), basePath: String(path), isCustom: true)
    }
}

/// `host`, `host:port`, `[address]` or `[address]:port`.
private func authority(_ text: Substring) -> (host: String, port: Int?)? {
    let hostEnd = text.hasPrefix("[") ? text.firstIndex(of: "]").map(text.index(after:)) : text.firstIndex(of: ":")
    let host = text[..<(hostEnd ?? text.endIndex)]
    let rest = text[host.endIndex...]
    guard isHost(host) else { return nil }
    if rest.isEmpty { return (String(host), nil) }
    guard rest.hasPrefix(":"), rest.dropFirst().utf8.allSatisfy(isDigit), let port = Int(rest.dropFirst()),
        (1...65_535).contains(port)
    else { return nil }
    return (String(host), port)
}

private func isHost(_ host: Substring) -> Bool {
    if host.hasPrefix("[") {
        let address = host.dropFirst().dropLast()
        return host.hasSuffix("]") && address.contains(":")
            && address.utf8.allSatisfy { isHexDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    }
    return !host.isEmpty
        && host.utf8.allSatisfy { isLetter($0) || isDigit($0) || "-._".utf8.contains($0) }
}

private func isPathByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || "-._~/%!$&'()*+,;=:@".utf8.contains(byte)
}

private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32)
}

private func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 32)
}
