import AWSCore
import Testing

@Test func jsonIsWrittenOnOneLineInOneOrder() {
    let value = JSONValue.object([
        "b": .array([.integer(1), .number(0.1), .bool(true), .null]), "a": .string("ä/\"\\\n\r\t\u{1}"),
        "c": .object([:]),
    ])
    #expect(value.text == #"{"a":"ä/\"\\\n\r\t\u0001","b":[1,0.1,true,null],"c":{}}"#)
}

@Test(arguments: [
    #""\u0000 \u001f \u007f 🚀 é""#, "[1,-5,0.25,1e+300]", #"{"":{"a":[[],[{}]]}}"#, "9007199254740993",
])
func jsonThatWasWrittenIsReadTheSame(_ text: String) throws {
    let value = try #require(JSONValue(parsing: Array(text.utf8)))
    #expect(JSONValue(parsing: Array(value.text.utf8)) == value)
}

@Test(arguments: ["\"\r\n\"", #"\u0000 "é" 🚀"#, "\u{0}\u{1F}\u{7F}"])
func anyTextThatWasWrittenIsReadTheSame(_ text: String) {
    let value = JSONValue.string(text)
    #expect(JSONValue(parsing: Array(value.text.utf8)) == value)
}

@Test func aNumberThatJSONDoesNotKnowIsNull() {
    #expect(JSONValue.array([.number(.infinity), .number(.nan)]).text == "[null,null]")
}

@Test(arguments: ["", "{", "{\"a\":", "<html>", "{\"a\":1}x", "\u{FEFF}"])
func whatIsNoJSONIsNotRead(_ text: String) {
    #expect(JSONValue(parsing: Array(text.utf8)) == nil)
}

@Test func jsonNestedWithoutEndIsNotRead() {
    let text = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    #expect(JSONValue(parsing: Array(text.utf8)) == nil)
}
