import AWSCore
import Testing

@testable import Inputs

@Suite struct JSONTextTests {
    @Test(
        arguments: [
            ("{\"a\": 1,\n \"b\": tru}", "line 2, column 7: a JSON value was expected"),
            ("{\"a\" 1}", "line 1, column 6: a colon was expected"),
            ("{", "line 1, column 2: a name in double quotes"),
            ("{\"a\":", "line 1, column 6: the text ends"),
            ("[1,2", "line 1, column 5: a comma or ]"),
            ("{'a':1}", "line 1, column 2: a name in double quotes"),
            ("{\"a\":'x'}", "line 1, column 6: a JSON value was expected"),
            ("{\"a\":1,}", "line 1, column 8: there must be no comma before }"),
            ("[1,\n]", "line 2, column 1: there must be no comma before ]"),
            ("{\"ä\":1} x", "line 1, column 9: nothing may follow"),
            ("{\"a\":1,\n\"a\":2}", "line 2, column 1: the name \"a\" is there a second time"),
            ("{\n  \"K\": \"v\"\n  \"L\": \"w\"\n}", "line 3, column 3: a comma or }"),
            ("{\"a\":01}", "line 1, column 6: this is not a number"),
            ("[1.]", "line 1, column 2: this is not a number"),
            ("[1e]", "line 1, column 2: this is not a number"),
            ("[-]", "line 1, column 2: this is not a number"),
            ("[+1]", "line 1, column 2: a JSON value was expected"),
            ("[\"a\nb\"]", "line 1, column 4: a line break or tab"),
            ("[\"a", "line 1, column 2: this text has no closing quote"),
            ("[\"a\\qb\"]", "line 1, column 4: a backslash begins"),
            ("[\"\\u12G4\"]", "line 1, column 3: a backslash begins"),
            ("[\"\\ud800\"]", "half of a surrogate pair"),
            ("[\"\\udc00\\ud800\"]", "half of a surrogate pair"),
            ("", "line 1, column 1: the text ends"),
            ("nul", "line 1, column 1: a JSON value was expected"),
            ("[NaN]", "line 1, column 2: a JSON value was expected"),
            (String(repeating: "[", count: 100_000), "column 65: lists and objects are nested too deep"),
        ] as [(String, String)])
    func aMistakeIsToldWithItsPlace(text: String, told: String) throws {
        let complaint = #expect(throws: Complaint.self) { try JSONText(text) }
        let reason = try #require(complaint?.reasons.first)
        #expect(reason.hasPrefix("is not valid JSON: "))
        #expect(reason.contains(told), "\(reason)")
    }

    @Test(
        arguments: [
            ("null", JSONValue.null),
            (" [ ] ", .array([])),
            ("{ }", .object([:])),
            (
                "[-0, 12, 1.50, 2E+2, true, false, null]",
                .array([.integer(0), .integer(12), .number(1.5), .number(200), .bool(true), .bool(false), .null])
            ),
            (#""\"\\\/\b\f\n\r\t\u00e4\ud83d\ude00ä😀""#, .string("\"\\/\u{8}\u{C}\n\r\tä😀ä😀")),
            (
                "{\"a\":{\"b\":[{}]},\r\n\t\"c\":\"\"}",
                .object(["a": .object(["b": .array([.object([:])])]), "c": .string("")])
            ),
        ] as [(String, JSONValue)])
    func whatIsValidIsRead(text: String, value: JSONValue) throws {
        #expect(try JSONText(text).value() == value)
    }

    @Test(arguments: ["[12345678901234567890]", "[1e999]"])
    func aNumberThatWouldChangeIsRefused(text: String) throws {
        let document = try JSONText(text)
        #expect(throws: Complaint("line 1, column 2: this number is too large")) { try document.value() }
    }

    /// Texts of every length up to the whole are read without a crash, and only the whole is valid.
    @Test func cutOffTextsAreMistakes() throws {
        let whole = #"{"a":[1.5e3,"\u00e4\n",{"b":null}],"c":true}"#
        for length in 0..<whole.count {
            #expect(throws: Complaint.self) { try JSONText(String(whole.prefix(length))) }
        }
        _ = try JSONText(whole)
    }
}
