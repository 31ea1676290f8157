import Testing

@testable import Reporting

@Suite struct ResultTextTests {
    private let outputs: [OutputName: String] = [
        .version: "42", .changed: "true", .conflicts: "0", .plan: #"[{"name":"MemorySize"}]"#, .aliasArn: "",
        .summary: "# long",
    ]

    @Test func asJSONWhatIsNoTextIsNone() {
        #expect(
            ResultText.json(outputs, [])
                == #"{"changed":true,"conflicts":0,"plan":[{"name":"MemorySize"}],"version":"42"}"#)
        #expect(
            ResultText.json([:], [("Policy", #"{"Version":"2012-10-17"}"#)])
                == #"{"policies":[{"for":"Policy","policy":{"Version":"2012-10-17"}}]}"#)
    }

    @Test func asTextEachIsALine() {
        #expect(
            ResultText.lines(outputs, []) == """
                version: 42
                changed: true
                conflicts: 0
                plan: [{"name":"MemorySize"}]
                """)
    }
}
