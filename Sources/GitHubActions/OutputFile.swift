/// The file behind `GITHUB_OUTPUT`, which a step appends its outputs to.
/// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
package enum OutputFile {
    /// One output, as lines to be appended.
    ///
    /// Always the form with a delimiter: in the short one (`name=value`) a line end in the value begins another output.
    /// Line ends in the value become LF, since the runner would keep a CR as part of it, where no shell expects one.
    /// The runner does not mask outputs.
    /// - Parameter delimiter: Random, so that no value can hold it on purpose.
    package static func record(
        name: String, value: String, delimiter: String
    ) throws(GitHubActionsFailure) -> String {
        guard isName(name) else { throw .invalidOutputName(name) }
        guard !delimiter.isEmpty, delimiter.utf8.allSatisfy(isNamePart) else { throw .invalidDelimiter(delimiter) }
        guard !name.holds(delimiter), !value.holds(delimiter) else { throw .delimiterInOutput(name: name) }
        return "\(name)<<\(delimiter)\n\(withPlainLineEnds(value))\n\(delimiter)\n"
    }

    private static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, name.utf8.allSatisfy(isNamePart) else { return false }
        return !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) && first != UInt8(ascii: "-")
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
        default: false
        }
    }
}

/// Every CRLF and CR as LF.
func withPlainLineEnds(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
        if !(afterReturn && scalar == "\n") { result.append(scalar == "\r" ? "\n" : scalar) }
        afterReturn = scalar == "\r"
    }
    return String(result)
}
