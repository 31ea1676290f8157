import AWSCore
import AWSServices
import Testing

@testable import Reporting

@Suite struct SummaryPartTests {
    private let room = SummaryPart.Room(characters: 200, bytes: 300)

    private func fitting(_ texts: [String]) -> [String] {
        SummaryPart.fitting(texts.map { SummaryPart($0) }, room).map(\.text)
    }

    @Test func whatFitsIsWhole() {
        #expect(fitting(["a", "b"]) == ["a", "b"])
    }

    @Test func whatDoesNotFitIsLeftOutWholeAndThatIsSaid() {
        let kept = fitting(["a", String(repeating: "x", count: 200), "b"])
        #expect(kept.count == 3 && kept.prefix(2) == ["a", "b"] && kept[2].contains("too long"))
    }

    @Test func bytesCountAsWellAsCharacters() {
        #expect(fitting([String(repeating: "€", count: 100)]).count == 1)
        #expect(fitting([String(repeating: "😀", count: 60)]).last?.contains("too long") == true)
    }

    @Test(arguments: 0..<60)
    func thereIsNeverMoreThanThereIsRoomFor(count: Int) {
        let whole = fitting((0..<count).map { String(repeating: "x", count: $0) }).joined(separator: "\n\n")
        #expect(whole.utf16.count <= 200 && whole.utf8.count <= 300)
    }

    @Test func aPlanIsCutAtWholeRows() {
        let rows = (0..<10).map { JSONValue.string("\($0)") }
        #expect(rows.first(within: 13) == Array(rows.prefix(3)))
        #expect(rows.first(within: 1000) == rows)
    }

    @Test(arguments: [
        (0.0, "just now"), (61, "1 minute ago"), (7300, "2 hours ago"), (86_400, "1 day ago"),
        (1e30, "1000000 days ago"),
    ])
    func anAgeIsInTheLargestUnit(seconds: Double, told: String) {
        #expect(age(seconds) == told)
    }

    @Test(arguments: [
        ("prod: main | 0123456 | 2026-11-27T10:11:12Z", "0123456"), ("0123456", "0123456"),
        ("main | 012345 | 2026", nil),
        ("main|0123456|x [lockstep run 01234567/1.1]", "0123456"), ("", nil), ("||", nil),
    ])
    func aCommitIsFoundInADescription(description: String, commit: String?) {
        let version = FunctionConfiguration(members: ["Description": .string(description)])
        #expect(Origin(of: version, now: 0).commit == commit)
    }

    @Test(arguments: [
        ("2026-11-27T10:11:12.000+0000", 60.0), ("2026-11-27T10:11:12+0000", 60), ("2026-11-27T10:11:12", nil),
        ("yesterday+0000", nil), ("", nil),
    ])
    func theAgeOfAVersionIsSinceItWasMade(modified: String, age: Double?) {
        let version = FunctionConfiguration(members: ["LastModified": .string(modified)])
        #expect(Origin(of: version, now: 1_795_774_332).age == age)
    }
}
