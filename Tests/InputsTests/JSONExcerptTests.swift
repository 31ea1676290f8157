import Testing

@testable import Inputs

/// JSON that somebody has put together by hand shows where it breaks, and no value.
@Suite struct JSONExcerptTests {
    private func reason(_ text: String) -> String {
        let complaint = #expect(throws: Complaint.self) { try EnvironmentVariables.read(text) }
        return complaint?.reasons.first ?? ""
    }

    @Test(
        arguments: [
            (#"{"URL":"x","KEY":"pa"ss"}"#, #"{"URL":"***","KEY":"***"..."#, 24),
            (#"{"KEY":"a\qb"}"#, #"{"KEY":"***..."#, 11),
            ("{\"KEY\":\"a\nb\"}", #"{"KEY":"***..."#, 11),
            ("{\n  \"A\": 1,\n  \"B\": \"x\" \"C\"}", #"  "B": "***" ..."#, 13),
            (#"{"A":[1, {"B":true}, "#, #"{"A":[***, {"B":***}, ..."#, 22),
            (#"{"A":tru}"#, #"{"A":..."#, 5), (#"{"A":"x",}"#, #"{"A":"***",..."#, 11), ("", "...", 0),
            ("{\"A\":\"\(String(repeating: "x", count: 20_000))\" 1}", #"{"A":"***" ..."#, 11),
        ])
    func theLineIsShownWithACaret(text: String, line: String, column: Int) {
        let lines = reason(text).split(separator: "\n").suffix(2).map(String.init)
        #expect(lines == [line, String(repeating: " ", count: column) + "^"], "\(lines)")
    }

    @Test func aLongLineIsCutAtItsBeginning() {
        let text = "{" + (0..<40).map { "\"NAME_\($0)\":1" }.joined(separator: ",") + ",x"
        let lines = reason(text).split(separator: "\n").suffix(2)
        #expect(lines.allSatisfy { $0.count <= 75 } && lines.first?.hasPrefix("...") == true && lines.last?.count == 71)
    }

    @Test(arguments: [#"{"KEY":"pa"ss"}"#, #"{"KEY":"pa\ss"}"#, "{\"KEY\":\"pa\nss\"}"])
    func whatBreaksAValueIsCuredByToJSON(text: String) {
        #expect(reason(text).contains("toJSON(secrets.NAME) writes a whole text with its quotes"))
        #expect(reason(text).contains("; expected JSON such as {\"NAME\":\"value\"}\n"))
    }

    @Test(arguments: ["KEY=value", "A=1\n\n  B_2=x=y\n", "KEY="])
    func assignmentsAreKnownForWhatTheyAre(text: String) {
        #expect(reason(text) == #"looks like lines of NAME=value, but must be a JSON object such as {"NAME":"value"}"#)
    }

    @Test(arguments: [
        #"{"KEY":"SEC"RET"}"#, #"{"KEY":SECRET RET}"#, #"{"A":"SECRET","B":RET}"#, #"{"A":"SECRET\u12"}"#,
        "{\"A\":\"SECRET\n\"}",
        #"["SECRET" "RET"]"#, #"{"A":["SECRET",{"B":"SECRET"}] "RET"}"#, #"{"SECRET"#, #"{"SECRET\q":1}"#,
        #"SECRET=RET x"#,
    ])
    func noValueIsShown(text: String) {
        #expect(!reason(text).contains("RET") && !reason(text).contains("SEC"), "\(reason(text))")
    }
}
