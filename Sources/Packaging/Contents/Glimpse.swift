/// What the first bytes of a file tell of it, where that matters to anybody.
package enum Glimpse: Sendable, Equatable {
    case program(NativeBinary)
    /// It begins with `#!`.
    /// - Parameter endsInCarriageReturn: Its first line does, which Linux then takes for a part of the program's name.
    case script(endsInCarriageReturn: Bool)
    /// What Git LFS checks out in the place of a file that was not fetched.
    case largeFilePointer
    case zip
    case privateKey
    /// A token or a password that opens a registry.
    case registryToken
    /// Python's, good as long as its source has this time, in seconds since 1970.
    case datedBytecode(time: UInt32)

    /// So much of a file is looked at.
    static let mostBytes = 1 << 16

    /// - Parameters:
    ///   - start: The first ``mostBytes`` bytes, or all there are.
    ///   - path: The file's, for some are looked into by their names.
    init?(_ start: UnsafeRawBufferPointer, path: String) {
        guard let found = Self.byName(start, path) ?? Self.byContent(start) else { return nil }
        self = found
    }

    private static func byContent(_ start: UnsafeRawBufferPointer) -> Glimpse? {
        if let binary = NativeBinary(startingWith: start) { return .program(binary) }
        if start.starts(with: "#!".utf8) {
            let line = start.prefix { $0 != UInt8(ascii: "\n") }
            return .script(endsInCarriageReturn: line.last == UInt8(ascii: "\r") && line.count < start.count)
        }
        if start.starts(with: "PK\u{3}\u{4}".utf8) { return .zip }
        let isPointer = FileContent(startingWith: [UInt8](start.prefix(64))) == .largeFilePointer
        return isPointer ? .largeFilePointer : nil
    }

    private static func byName(_ start: UnsafeRawBufferPointer, _ path: String) -> Glimpse? {
        let name = path.lastPart
        if name.utf8.hasSuffix(".pem") || name.utf8.hasSuffix(".key") {
            return lines(of: start).contains(where: isPrivateKey) ? .privateKey : nil
        }
        if name == ".npmrc" { return lines(of: start).contains(where: opensNPM) ? .registryToken : nil }
        if name == ".pypirc" { return lines(of: start).contains(where: opensPyPI) ? .registryToken : nil }
        return name.utf8.hasSuffix(".pyc") ? bytecode(start) : nil
    }

    private static func bytecode(_ start: UnsafeRawBufferPointer) -> Glimpse? {
        guard let header = BytecodeHeader(start), case .dated(let time, _) = header.validity else { return nil }
        return .datedBytecode(time: time)
    }

    private static func lines(of text: UnsafeRawBufferPointer) -> [Slice<UnsafeRawBufferPointer>] {
        text.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    }

    /// https://www.rfc-editor.org/rfc/rfc7468, and the older forms (RSA PRIVATE KEY).
    private static func isPrivateKey(_ line: Slice<UnsafeRawBufferPointer>) -> Bool {
        line.starts(with: "-----BEGIN ".utf8) && String(decoding: line, as: UTF8.self).contains("PRIVATE KEY-----")
    }

    /// https://docs.npmjs.com/cli/configuring-npm/npmrc#auth-related-configuration. What stands in `${...}` is a variable.
    private static func opensNPM(_ line: Slice<UnsafeRawBufferPointer>) -> Bool {
        guard let (name, value) = setting(line) else { return false }
        let isAuth = ["_auth", "_authToken", "_password"].contains { name == $0 || name.hasSuffix(":\($0)") }
        return isAuth && !value.isEmpty && !value.contains("${")
    }

    private static func opensPyPI(_ line: Slice<UnsafeRawBufferPointer>) -> Bool {
        guard let (name, value) = setting(line) else { return false }
        return name == "password" && !value.isEmpty
    }

    /// The name and the value of a line of settings; nil for a comment.
    private static func setting(_ line: Slice<UnsafeRawBufferPointer>) -> (name: String, value: String)? {
        let text = String(decoding: line, as: UTF8.self)
        guard let sign = text.firstIndex(of: "=") ?? text.firstIndex(of: ":") else { return nil }
        let name = text[..<sign].trimmed
        let value = text[text.index(after: sign)...].trimmed
        return name.hasPrefix("#") || name.hasPrefix(";") ? nil : (name, value)
    }
}

extension Substring {
    fileprivate var trimmed: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\"" || $0 == "'" }
        return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}
