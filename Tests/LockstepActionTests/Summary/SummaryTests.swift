import Testing
import Worlds

@testable import LockstepAction

/// What is told of a run to people who were not there.
@Suite struct SummaryTests {
    @Test func nobodyNeedHaveAJobSummary() async {
        var bench = Bench()
        bench.inputs["summary"] = "false"
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.summary.isEmpty)
        #expect(run.output(.summary)?.hasPrefix("### ✅ demo: version 2 is live") == true)
    }

    @Test func theOutputIsTheSummaryWithoutItsPicture() async {
        let run = await Bench().run()
        let blocks = run.summary.split(separator: "```", omittingEmptySubsequences: false)
        #expect(blocks.count > 2 && blocks[1].hasPrefix("mermaid\n"))
        #expect(run.output(.summary)?.contains("mermaid") == false)
        #expect(run.output(.summary)?.contains("<summary>Every step</summary>") == true)
    }

    @Test(arguments: [("live", "/aliases/live"), ("", "/versions/2")])
    func theLinkLeadsToTheAliasOrTheVersion(alias: String, end: String) async {
        var bench = Bench()
        bench.inputs["alias"] = alias
        let function = "https://eu-west-1.console.aws.amazon.com/lambda/home?region=eu-west-1#/functions/demo"
        #expect(await bench.run().output(.consoleLink) == function + end)
    }

    @Test func aTerminalHasLinksButNoMarkdown() async {
        var bench = Bench()
        bench.variables = ["GITHUB_ACTIONS": "", "GITHUB_OUTPUT": "", "GITHUB_STEP_SUMMARY": ""]
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.files.isEmpty)
        #expect(run.log.last?.contains(" · https://") == true && !run.log.contains { $0.contains("###") })
    }

    @Test func anUnchangedRunIsOneLine() async {
        let summary = await SummaryPage.unchanged.run().summary
        #expect(summary == "### ✔️ orders: nothing to change, version 42 is live\n")
    }

    @Test(arguments: [SummaryPage.superseded, .failedTest])
    func whatWasNotCarriedOutIsNotSaidToStand(page: SummaryPage) async {
        let summary = await page.run().summary
        #expect(
            summary.contains("| Before | Asked for |")
                && !summary.contains("\n\n|  | Before | Now |\n| --- | --- | --- |\n| Code |"))
    }

    @Test func aTestBeforeAConflictIsToldApart() async {
        let run = await Bench().run {
            $0.rival(
                .environment, function: "demo", alias: "live", at: .before(.operation(.publishVersion, occurrence: 1)))
        }
        #expect(run.summary.contains("| passed, before the conflict |"), "\(run.summary)")
        #expect(run.summary.contains("into this run someone else changed Environment."))
    }

    @Test(arguments: [
        ("<img src=x>", "markup"), ("| a | b |\n| --- |", "another length"), ("```text\nx", "no end"),
        ("```mermaid\ngantt\n    a: b :1, 2\n```", "Mermaid"), ("```mermaid\ngantt\n    a&#58; :1, 2\n```", "Mermaid"),
    ])
    func whatIsWrongWithASummaryIsSeen(markdown: String, fault: String) {
        #expect(MarkdownFaults.of(markdown).contains { $0.contains(fault) })
    }

    @Test(arguments: SummaryPage.allCases)
    func nothingIsWrongWithAnyPage(page: SummaryPage) async {
        let run = await page.run()
        #expect(MarkdownFaults.of(run.summary).isEmpty)
        #expect(run.errors.isEmpty == (run.exitCode == 0))
    }
}
