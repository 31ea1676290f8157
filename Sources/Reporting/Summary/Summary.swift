import AWSCore
import AWSServices
import Deployment
import Engine
import GitHubActions
import Inputs

/// The job summary: what came of it in the first line, then what a reviewer has to know, and all else folded away.
struct Summary {
    let result: RunResult
    let functionName: String
    let diagnosis: Diagnosis?
    let problems: [InputProblem]
    let listing: PermissionsListing?
    let secrets: KnownSecrets
    let context: RunContext

    /// For the job's page; and for an output, to be posted as a comment: without the picture, and without the parts that
    /// there is no room for.
    var markdown: (page: String, comment: String) {
        let parts = parts
        let posted = SummaryPart.fitting(parts.filter { !$0.isPicture }, .comment)
        return (
            parts.map(\.text).joined(separator: "\n\n") + "\n", posted.map(\.text).joined(separator: "\n\n")
        )
    }

    /// One line where nothing happened, and nobody has to know anything.
    private var parts: [SummaryPart] {
        let story = [wrongInputs, failure, policyToAdd, warnings, others]
        let isQuiet =
            result.isSuccess && !result.isChanged && result.packaged == nil && result.dryRun == nil
            && story.allSatisfy { $0 == nil }
        guard !isQuiet else { return [SummaryPart(heading)] + permissions.map(SummaryPart.init) }
        return [SummaryPart(heading), whereabouts.map(SummaryPart.init)].compactMap(\.self)
            + (story + [evidence, packageMade, preview, isCarriedOut ? changes : nil, smokeTests]).compactMap(
                \.self
            ).map(SummaryPart.init)
            + [picture.map { SummaryPart(text: $0, isPicture: true) }].compactMap(\.self)
            + [wayBack, isCarriedOut ? nil : changes, digests, timeline].compactMap(\.self).map(SummaryPart.init)
    }

    private var picture: String? {
        result.outcome == "planned"
            ? nil : Gantt(of: result.entries, lasts: result.duration, from: context.startedAt)?.markdown
    }

    private var packageMade: String? {
        guard let made = result.packaged else { return nil }
        return Markdown.table([
            ["Package", "SHA-256 (base64)", "bytes"],
            [cell(.supplied(made.file), of: 3), Markdown.code(made.digest), "\(made.bytes)"],
        ])
    }
}

// How texts get in.
extension Summary {
    /// Within a line.
    func text(_ text: Wording) -> String {
        Markdown.text(shown(text, TextLimits(lines: 200, lineLength: 4000)))
    }

    /// Within a table of so many columns.
    func cell(_ text: Wording, of columns: Int) -> String {
        Markdown.cell(shown(text, TextLimits(lines: 20, lineLength: 500)), longestWord: 48 / columns)
    }

    func block(_ lines: [Wording], language: String) -> String {
        Markdown.block(
            shown(lines.joined(separator: "\n"), TextLimits(lines: 100, lineLength: 2000)), language: language)
    }

    /// A name in code type.
    func code(_ name: String) -> String {
        Markdown.code(harmless(name, limits: TextLimits(lines: 1, lineLength: 200)).joined(separator: " "))
    }

    private func shown(_ text: Wording, _ limits: TextLimits) -> String {
        harmless(secrets.redact(text), limits: limits).joined(separator: "\n")
    }
}
