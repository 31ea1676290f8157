import FoundationEssentials
import Glibc
import Testing
import Worlds

/// Summaries as they are kept, to be read by people and shown by a browser. `LOCKSTEP_RECORD=1` writes them anew.
@Suite struct SummaryPageTests {
    @Test(arguments: SummaryPage.allCases)
    func isAsItIsKept(page: SummaryPage) async throws {
        let summary = await page.run().summary
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Pictures/pages/\(page.rawValue).md")
        if getenv("LOCKSTEP_RECORD") != nil { try Data(summary.utf8).write(to: file) }
        let kept = try String(contentsOf: file, encoding: .utf8)
        #expect(summary == kept, "to keep it as it is now, run these tests with LOCKSTEP_RECORD=1")
    }
}
