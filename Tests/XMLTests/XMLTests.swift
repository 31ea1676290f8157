import Fuzzing
import Testing
import XML

private func parse(_ text: String) -> XMLElement? {
    XMLElement(parsing: Array(text.utf8))
}

private let answer = """
    <?xml version="1.0" encoding="UTF-8"?>
    <ListPartsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Key>a &amp; &lt;b&gt; &#228;</Key>
    <Part><PartNumber>1</PartNumber><ETag>"x"</ETag></Part><Part><PartNumber>2</PartNumber></Part><Owner/></ListPartsResult>
    """

@Test func elementsAndTheirTextAreRead() {
    let list = parse(answer)
    #expect(list?.name == "ListPartsResult")
    #expect(list?["Key"] == "a & <b> ä")
    #expect(list?.children.map(\.name) == ["Key", "Part", "Part", "Owner"])
    #expect(list?.children.filter { $0.name == "Part" }.map { $0["PartNumber"] } == ["1", "2"])
    #expect(list?["Owner"] == "")
    #expect(list?["Nothing"] == nil)
}

/// S3 sends them while CompleteMultipartUpload takes its time.
@Test func blanksBeforeTheDeclarationAreNoMistake() {
    #expect(parse(" \n\n" + answer) == parse(answer))
}

@Test(arguments: [
    "", " ", "<a>", "<a></b>", "a", "<a/><b/>", "<a>\u{0}</a>", "<a>&unknown;</a>", "{\"a\":1}",
    "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "<!DOCTYPE a><a/>",
    String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000),
])
func whatIsNoWholeDocumentIsNothing(_ text: String) {
    #expect(parse(text) == nil)
}

@Test func noByteOfADocumentMayBeMissing() {
    let bytes = Array(answer.utf8)
    for length in bytes.indices { #expect(XMLElement(parsing: Array(bytes[..<length])) == nil, "\(length)") }
}

@Test func anyBytesAreADocumentOrNothing() {
    for one in Campaign("XML", cases: 3_000, filter: "anyBytesAreADocumentOrNothing") {
        var dice = one.dice
        let words = [
            "<a>", "</a>", "<!DOCTYPE a [", "<!ENTITY x \"&x;&x;\">", "&x;", "<![CDATA[", "]]>", "<?x", "\u{0}",
        ]
        let bytes = dice.mutated(Array(answer.utf8), words: words)
        _ = XMLElement(parsing: bytes)
    }
}

@Test func aTextIsReadAsItWasWritten() {
    let text = "a & <b> \"c\" 'd' ä &amp;"
    #expect(parse("<a>\(xmlText(text))</a>")?.text == text)
}
