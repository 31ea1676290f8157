import AWSCore
import AWSServices
import Engine
import Samples
import Testing

@testable import Deployment

private let run = WorkflowRun(workflow: "1a2b3c4d", number: 123, attempt: 2)

func number(_ value: Int) -> VersionNumber {
    guard let number = VersionNumber("\(value)") else { fatalError("no version number: \(value)") }
    return number
}

private func record(_ version: Int?, _ run: WorkflowRun?, after previous: Int?) -> ReleaseRecord {
    ReleaseRecord(version: version.map(number), run: run, previous: previous.map(number), apart: nil)
}

@Suite struct ReleaseRecordTests {
    private static let written: [(ReleaseRecord, String)] = [
        (record(nil, run, after: 41), "text [lockstep run 1a2b3c4d/123.2 after 41]"),
        (record(42, run, after: 41), "text [lockstep 42 run 1a2b3c4d/123.2 after 41]"),
        (record(42, nil, after: 41), "text [lockstep 42 after 41]"),
        (record(42, nil, after: nil), "text [lockstep 42]"),
        (record(nil, nil, after: 41), "text [lockstep after 41]"),
        (record(nil, run, after: nil), "text [lockstep run 1a2b3c4d/123.2]"),
    ]

    @Test(arguments: written)
    func aRecordIsReadAsItIsWritten(record: ReleaseRecord, text: String) {
        #expect(record.written(after: "text") == text)
        #expect(ReleaseRecord(in: text) == record)
        #expect(ReleaseRecord.humanText(of: text) == "text")
    }

    @Test func nothingToRecordLeavesNoMark() {
        #expect(record(nil, nil, after: nil).written(after: "main | abc") == "main | abc")
        #expect(record(42, nil, after: nil).written(after: "") == "[lockstep 42]")
        #expect(ReleaseRecord(in: "[lockstep 42]") == record(42, nil, after: nil))
    }

    /// What people write, or mean to look like one.
    @Test(arguments: [
        "", "]", "[]", "[lockstep]", "[lockstep ]", "[lockstep 0]", "[lockstep 42 ]", "[lockstep  42]", "[lockstep x]",
        "[lockstep 42 43]", "[lockstep after]", "[lockstep after x]", "[lockstep after 1 after 2]", "[lockstep run 1]",
        "[lockstep run 1a2b3c4d/1]", "[lockstep run 1a2b3c4/1.1]", "[lockstep run 1A2B3C4D/1.1]", "[Lockstep 42]",
        "[lockstep run 1a2b3c4d/1.1.1]", "[lockstep 42] and more", "[lockstep 99999999999999999999]", "[lockstep +1]",
        "[lockstep run 1a2b3c4d/0.1]", "lockstep 42]", "[lockstep 42 before 41]",
    ])
    func anythingElseIsNoRecord(text: String) {
        #expect(ReleaseRecord(in: text) == nil)
        #expect(ReleaseRecord.humanText(of: text) == text)
    }

    @Test func aRecordThatStandsIsReplacedAndTheTextBeforeItStays() {
        let alias = "Orders, in production [lockstep 42 after 41]"
        #expect(record(43, nil, after: 42).written(after: alias) == "Orders, in production [lockstep 43 after 42]")
    }

    /// A text that ends like a record would otherwise pass for one where we have nothing to write.
    @Test func aRecordInSomebodysTextDoesNotSurvive() {
        let forged = "x [lockstep run 1a2b3c4d/999.1] [lockstep run 1a2b3c4d/998.1]"
        #expect(record(nil, nil, after: nil).written(after: forged) == "x")
        #expect(record(nil, run, after: nil).written(after: forged) == "x [lockstep run 1a2b3c4d/123.2]")
    }

    @Test(arguments: [200, 221, 222, 223, 255, 256, 1000])
    func theTextIsCutAndNeverTheRecord(length: Int) {
        let record = record(42, run, after: 41)
        for letter in ["a", "é", "🚀"] {
            let text = record.written(after: String(repeating: letter, count: length))
            #expect(text.utf16.count <= 256)
            #expect(ReleaseRecord(in: text) == record)
            #expect(text.hasPrefix(letter))
        }
    }

    @Test func anAliasThatIsPutBackGetsItsDescriptionBackUnlessSomebodyHasWrittenAnother() {
        let ours = record(43, run, after: 42)
        for origin in ["", "Orders", "Orders [lockstep 42 after 41]", String(repeating: "a", count: 256)] {
            #expect(description(putBackTo: origin, over: origin) == origin)
            #expect(description(putBackTo: origin, over: ours.written(after: origin)) == origin)
        }
        let origin = "Orders [lockstep 42 after 41]"
        let theirs = "Theirs [lockstep 42 after 41]"
        #expect(description(putBackTo: origin, over: "Theirs") == theirs)
        #expect(description(putBackTo: origin, over: ours.written(after: "Theirs")) == theirs)
        #expect(description(putBackTo: "Orders", over: ours.written(after: "Theirs")) == "Theirs")
        #expect(description(putBackTo: "Orders", over: "") == "")
    }

    @Test func onlyRunsOfOneWorkflowHaveAnOrder() {
        func run(_ workflow: String, _ number: Int, _ attempt: Int) -> WorkflowRun {
            WorkflowRun(workflow: workflow, number: number, attempt: attempt)
        }
        let ours = run("aaaaaaaa", 7, 2)
        #expect(run("aaaaaaaa", 8, 1).isNewer(than: ours))
        #expect(run("aaaaaaaa", 7, 3).isNewer(than: ours))
        for other in [ours, run("aaaaaaaa", 7, 1), run("aaaaaaaa", 6, 9), run("bbbbbbbb", 99, 1)] {
            #expect(!other.isNewer(than: ours))
        }
    }
}

@Suite struct VersionsApartTests {
    private func apart(_ before: [String: JSONValue], _ after: [String: JSONValue]) -> VersionsApart? {
        VersionsApart(content(before).deviations(inVersion: content(after)))
    }

    @Test func theNamesCountAndNotWhatTheyHold() {
        let one = apart([:], ["SnapshotId": .string("1")])
        #expect(one != nil && one == apart(["SnapshotId": .string("5")], ["SnapshotId": .string("7")]))
        #expect(one != apart([:], ["SnapshotId": .string("1"), "Other": .string("1")]))
        #expect(one != apart([:], ["LoggingConfig": .object(["SnapshotId": .string("1")])]))
    }

    @Test func whatIsKnownIsSomebodysChange() {
        #expect(apart([:], [:]) == nil)
        #expect(apart([:], ["SnapshotId": .string("1"), "Timeout": .integer(9)]) == nil)
    }
}
