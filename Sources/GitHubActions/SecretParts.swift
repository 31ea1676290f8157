/// The parts of a secret that are looked for: each of its lines, without the blanks around it. (A secret of several lines
/// is never hidden whole: it is seldom shown so, and the runner would hide each line of it by itself, which of a JSON text
/// is every brace in the log.)
///
/// **Not hidden** is what would garble the log and guards nothing: values shorter than four characters, and words that
/// settings are made of, such as true, none or production.
package func hiddenParts(of secret: String) -> [String] {
    var parts: [String] = []
    for line in lines(of: secret).map(\.trimmed) where isWorthHiding(line) && !parts.contains(line) {
        parts.append(line)
    }
    return parts
}

private func isWorthHiding(_ value: String) -> Bool {
    value.unicodeScalars.count >= 4 && !commonWords.contains(value.lowercased())
}

private let commonWords: Set<String> = [
    "true", "false", "null", "none", "yes", "no", "on", "off", "nil", "undefined", "enable", "enabled", "disable",
    "disabled", "active", "inactive", "passthrough", "default", "auto", "trace", "debug", "info", "notice", "warn",
    "warning", "error", "fatal", "critical", "verbose", "silent", "test", "testing", "staging", "stage", "prod",
    "production", "devel", "develop", "development", "preview", "local", "localhost", "main", "master", "live",
    "latest", "json", "text", "http", "https", "utf8", "utf-8", "node", "python", "java", "lambda", "aws",
]

extension String {
    /// Without white space at both ends.
    fileprivate var trimmed: String {
        let start = unicodeScalars.drop(while: \.properties.isWhitespace)
        let end = start.lastIndex { !$0.properties.isWhitespace }
        return end.map { String(start[...$0]) } ?? ""
    }
}
