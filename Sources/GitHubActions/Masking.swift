/// Which values the runner is told to hide.
package struct Masking: Sendable {
    private let shown: [String]

    /// - Parameter shown: What has to stay readable: the function's name, its region, alias and account. A value that is
    ///   part of one is not hidden. It would take every ARN out of the log, and GitHub drops a job's output that holds a
    ///   hidden value, so that no later job would get them.
    package init(shown: [String]) {
        self.shown = shown.map { $0.lowercased() }
    }

    /// The values to send with ``WorkflowCommand/addMask(_:)`` for one secret, before anything else is printed: each of
    /// its lines, without the blanks around it. (A secret of several lines is never sent whole. The runner would hide
    /// each line of it by itself, and of a JSON text that is every brace in the log.)
    ///
    /// **Not hidden** is what would garble the log and guards nothing: values shorter than four characters, and words
    /// that settings are made of, such as true, none or production.
    package func masks(for secret: String) -> [String] {
        var masks: [String] = []
        for line in lines(of: secret).map(\.trimmed) where isWorthHiding(line) && !masks.contains(line) {
            masks.append(line)
        }
        return masks
    }

    private func isWorthHiding(_ value: String) -> Bool {
        let lowercased = value.lowercased()
        return value.unicodeScalars.count >= 4 && !Self.commonWords.contains(lowercased)
            && !shown.contains { $0.holds(lowercased) }
    }

    private static let commonWords: Set<String> = [
        "true", "false", "null", "none", "yes", "no", "on", "off", "nil", "undefined", "enable", "enabled", "disable",
        "disabled", "active", "inactive", "passthrough", "default", "auto", "trace", "debug", "info", "notice", "warn",
        "warning", "error", "fatal", "critical", "verbose", "silent", "test", "testing", "staging", "stage", "prod",
        "production", "devel", "develop", "development", "preview", "local", "localhost", "main", "master", "live",
        "latest", "json", "text", "http", "https", "utf8", "utf-8", "node", "python", "java", "lambda", "aws",
    ]
}

extension String {
    /// Without white space at both ends.
    fileprivate var trimmed: String {
        let start = unicodeScalars.drop(while: \.properties.isWhitespace)
        let end = start.lastIndex { !$0.properties.isWhitespace }
        return end.map { String(start[...$0]) } ?? ""
    }
}
