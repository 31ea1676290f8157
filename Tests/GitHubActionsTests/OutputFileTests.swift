import Testing

@testable import GitHubActions

struct OutputFileTests {
    @Test(arguments: [
        ("1", "1"), ("", ""), ("a\nb", "a\nb"), ("a\r\nb\rc\n", "a\nb\nc\n"), ("x=1\nversion=2", "x=1\nversion=2"),
    ])
    func aValueStandsBetweenDelimiters(value: String, written: String) throws {
        let record = try OutputFile.record(name: "version", value: value, delimiter: "d-1")
        #expect(record == "version<<d-1\n\(written)\nd-1\n")
    }

    @Test(arguments: ["", "1a", "-a", "a b", "a=b", "a<<b", "a\nb", "ä"])
    func aNameIsAnIdentifier(name: String) {
        #expect(throws: GitHubActionsFailure.invalidOutputName(name)) {
            try OutputFile.record(name: name, value: "", delimiter: "d")
        }
    }

    @Test(arguments: [("a", "x\nend\ny"), ("a", "friend"), ("end", "x")])
    func noValueEndsItself(name: String, value: String) {
        #expect(throws: GitHubActionsFailure.delimiterInOutput(name: name)) {
            try OutputFile.record(name: name, value: value, delimiter: "end")
        }
    }

    @Test(arguments: ["", "a\nb", "a b"])
    func aDelimiterIsOneWord(delimiter: String) {
        #expect(throws: GitHubActionsFailure.invalidDelimiter(delimiter)) {
            try OutputFile.record(name: "a", value: "", delimiter: delimiter)
        }
    }
}
