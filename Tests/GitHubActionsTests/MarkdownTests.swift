import Fuzzing
import Testing

@testable import GitHubActions

struct MarkdownTests {
    @Test(arguments: [
        ("my-function 1.2 (a, b): x=\"y\"", "my-function 1.2 (a, b): x=\"y\""),
        ("a|b`c<script>&[x](y)", "a&#124;b&#96;c&#60;script&#62;&#38;&#91;x&#93;(y)"),
        ("*a* _b_ ~c~ $d$ \\ #1 @e", "&#42;a&#42; &#95;b&#95; &#126;c&#126; &#36;d&#36; &#92; &#35;1 &#64;e"),
        ("a\r\nb\u{2028}c\u{200b}", "a<br>b<br>c"),
    ])
    func textIsNeverMarkup(text: String, escaped: String) {
        #expect(Markdown.text(text) == escaped)
    }

    @Test(arguments: [
        ("a\n", "```json\na\n```"),
        ("a ``` b", "````json\na ``` b\n````"),
        ("``````", "```````json\n``````\n```````"),
        ("a\r```\u{7}\rb", "````json\na\n```\nb\n````"),
        ("", "```json\n\n```"),
    ])
    func noTextEndsItsBlock(text: String, block: String) {
        #expect(Markdown.block(text, language: "json") == block)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func aCellHasNoMarkupButItsBreaks(seed: UInt64) {
        var dice = Dice(seed: seed)
        let markup = [
            "<", ">", "|", "`", "[a](b)", "**", "<br>", "<wbr>", "<img src=x>", "&lt;", "$", "@me", "WWWWWWWWW",
        ]
        for number in 0..<200 {
            let text = (0..<dice.below(8)).map { _ in dice.pick(markup) + dice.nastyText() }.joined()
            var rest = Array(Markdown.cell(text, longestWord: 5).utf8)[...]
            var isClean = true
            while let byte = rest.first {
                let ours = ["<br>", "<wbr>"].map { Array($0.utf8) }.first { rest.starts(with: $0) }
                isClean = isClean && (ours != nil || !"\\`*_[]<>|~$@\n\r".utf8.contains(byte))
                rest = rest.dropFirst(ours?.count ?? 1)
            }
            #expect(isClean, "seed \(seed), text \(number)")
        }
    }

    @Test func aWordIsBrokenWhereItIsTooLongAndNoOther() {
        #expect(Markdown.cell("abcdefgh ij\nk", longestWord: 3) == "abc<wbr>def<wbr>gh ij<br>k")
        #expect(Markdown.code("a|b") == "<code>a&#124;b</code>")
    }

    @Test func noAddressEndsItsLink() {
        #expect(Markdown.link("a", to: "https://x/(y) <z>|`") == "[a](https://x/%28y%29%20%3Cz%3E%7C%60)")
    }

    @Test func aRowHasAsManyCellsAsTheHead() {
        #expect(Markdown.table([["a", ""], ["b", "c"]]) == "| a |  |\n| --- | --- |\n| b | c |")
        #expect(Markdown.table([]).isEmpty)
    }

    @Test func everyLineOfAnAlertIsInIt() {
        #expect(Markdown.alert(.warning, "a\n\n- b") == "> [!WARNING]\n> a\n>\n> - b")
    }

    @Test func whatFitsIsNotCut() {
        #expect(Markdown.cut("# A\n", toBytes: 4) == "# A\n")
    }

    @Test func aCutSummaryFitsAndSaysSo() {
        let summary = "# A\n" + String(repeating: "grüße\n", count: 100)
        for most in 100..<200 {
            let cut = Markdown.cut(summary, toBytes: most)
            #expect(cut.utf8.count <= most && cut.utf8.count >= most - 8)
            #expect(cut.hasSuffix("left out.*\n"))
        }
    }

    @Test(arguments: 100..<400)
    func aCutLeavesNoBlockOpen(most: Int) {
        let inner = String(repeating: "x\n```\ny\n", count: 20)
        let summary = Markdown.block(inner, language: "") + "\ntext\n" + Markdown.block(inner, language: "json")
        let cut = Markdown.cut(summary, toBytes: most)
        #expect(cut.utf8.count <= most)
        let fences = cut.split(separator: "\n").filter { $0.hasPrefix("````") }
        #expect(fences.count.isMultiple(of: 2))
    }
}
