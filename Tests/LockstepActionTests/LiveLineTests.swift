import Testing

@testable import LockstepAction

@Suite struct LiveLineTests {
    @Test(arguments: [
        ("short", 80, "short"), ("123456789", 10, "123456789"), ("1234567890", 10, "123456789"), ("a→b", 4, "a→"),
        ("a→b", 3, "a"), ("anything", 1, ""), ("anything", 0, ""),
    ])
    func neverFillsItsRow(line: String, columns: Int, shown: String) {
        #expect(LiveLine.fitting(line, columns: columns) == shown)
    }
}
