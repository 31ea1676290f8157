import Testing

@testable import GitHubActions

struct SecretPartsTests {
    @Test(arguments: [
        ("hunter22", ["hunter22"]),
        ("  hunter22\n", ["hunter22"]),
        ("", []), (" \n\t", []), ("abc", []), ("true", []), ("Production", []), ("DEBUG", []),
        ("eu-central-1", ["eu-central-1"]), ("1024", ["1024"]),
        ("{\n  \"key\": \"v\"\n}\n", ["\"key\": \"v\""]),
        ("first line\r\nsecond line\rfirst line", ["first line", "second line"]),
    ])
    func whatGuardsSomethingIsHidden(secret: String, parts: [String]) {
        #expect(hiddenParts(of: secret) == parts)
    }
}

struct RedactorTests {
    @Test(arguments: [
        (["hunter22"], "the word is hunter22.", "the word is ***."),
        (["hunter22"], "hunter22hunter22 hunter2", "*** hunter2"),
        (["abcd", "abcdef"], "abcdefg abcde", "***g ***e"),
        (["abcd", "cdef"], "xabcdefx", "x***x"),
        (["line one\nline two"], "line two, line one", "***, ***"),
        (["true", "abc"], "true abc", "true abc"),
        (["größe!"], "größe! gr\\u00f6\\u00dfe! gr%C3%B6%C3%9Fe%21 gr%c3%b6%c3%9fe%21", "*** *** *** ***"),
        (["a\"b\\c"], #"{"k":"a\"b\\c"}"#, #"{"k":"***"}"#),
        (["p&w<x>"], #"p\u0026w\u003cx\u003e p\u0026w\u003Cx\u003E"#, "*** ***"),
        (["it's+1==`"], #"it\u0027s+1\u003d\u003d` it\u0027s\u002B1==\u0060"#, "*** ***"),
        (["a\"b\\c"], #"{"k":"{\"k\":\"a\\\"b\\\\c\"}"} a\u0022b\\c"#, #"{"k":"{\"k\":\"***\"}"} ***"#),
        (["pass word"], "pass%20word pass+word", "*** ***"),
        (["hunter22"], "hunt\u{200B}er22 \u{1B}[1mhun\u{AD}ter\u{1B}[0m22", "*** ***"),
        (["hunter22"], "nothing\u{200B} here", "nothing\u{200B} here"),
        ([], "hunter22", "hunter22"),
        (["hunter22"], "", ""),
    ])
    func everySpellingIsHidden(secrets: [String], text: String, redacted: String) {
        #expect(Redactor(secrets: secrets).redact(text) == redacted)
    }

    /// `base64("user:hunter22!")` and what comes before it shifted by one and two bytes.
    @Test(arguments: [
        "aHVudGVyMjIh", "dXNlcjpodW50ZXIyMiE=", "YTpodW50ZXIyMiE=", "YWE6aHVudGVyMjIh", "dTpodW50ZXIyMiE",
    ])
    func base64IsHiddenWhereverItBegins(text: String) {
        let redacted = Redactor(secrets: ["hunter22!"]).redact(text)
        #expect(redacted.contains("***"))
        #expect(redacted.count <= text.count - 10 + 3)
    }

    @Test func aLargeTextIsQuick() {
        let secrets = (0..<50).map { "secret number \($0)" }
        let text = String(repeating: "nothing to see here; ", count: 1_000)
        #expect(Redactor(secrets: secrets).redact(text) == text)
    }
}
