import FoundationEssentials
import Testing
import lockstep_docs

/// A number on a page is the one that the sources decide. Whoever changes one of the two is led to the other.
@Suite struct DocumentedNumberTests {
    struct Pair: Sendable {
        let source: String
        let line: String
        let page: String
        let words: String

        init(_ source: String, _ line: String, _ page: String, _ words: String) {
            (self.source, self.line, self.page, self.words) = (source, line, page, words)
        }
    }

    static let pairs = [
        Pair(
            "Inputs/Settings/ConflictInputs+Policies", "timeout ?? .seconds(300)", "inputs",
            "`wait-timeout` | time | `300` |"),
        Pair(
            "Inputs/Settings/ConflictInputs+Policies", "maxRetries: retries ?? 5", "inputs",
            "`max-retries` | number | `5` |"),
        Pair(
            "Inputs/Settings/ConflictInputs+Policies", "timeout ?? .seconds(300)", "troubleshooting",
            "(300 s by default)"),
        Pair("Engine/Policies/Budget", "puttingBack = Duration.seconds(10)", "conflicts", "stops 10 s before it"),
        Pair("Engine/Policies/Budget", "pruning = Duration.seconds(60)", "rollback", "for a minute at most"),
        Pair("Deployment/Steps/Traffic/HoldTraffic", "pace = 10.0", "traffic", "every ten seconds"),
        Pair("Deployment/Steps/Traffic/HoldTraffic", "blindAtMost = Duration.seconds(60)", "traffic", "for 60 s"),
        Pair("Deployment/Plan/VariablesSize", "most = 4096", "conflicts", "variables over 4 KB"),
        Pair("Deployment/Record/ReleaseRecord", "longest = 256", "rollback", "AWS's 256 characters"),
        Pair("Packaging/Failures/SizeLimits", "zip: 52_428_800", "packages", "at most 50 MB in a request"),
        Pair("Inputs/Preparation/ActionInputs+Files", "mostBytes = 6 << 20", "smoke-tests", "up to 6 MB"),
        Pair(
            "Identity/Origins/RenewedCredentials", "margin = Duration.seconds(300)", "credentials",
            "five minutes before"),
        Pair("Identity/Values/PlannedRole", "\"sts.amazonaws.com\"", "troubleshooting", "`aud` is `sts.amazonaws.com`"),
        Pair("Deployment/Values/OldCodeWay", "largestInRequest = 52_428_800", "rollback", "Above 50 MB"),
    ]

    @Test(arguments: pairs)
    func aPageSaysTheNumberOfTheSources(pair: Pair) throws {
        let source = try Document("Sources/\(pair.source).swift").text
        let page = try Document("docs/\(pair.page).md").text.split(whereSeparator: \.isWhitespace).joined(
            separator: " ")
        #expect(
            source.contains(pair.line), "\(pair.source) has another number than docs/\(pair.page).md: \(pair.words)")
        #expect(page.contains(pair.words), "docs/\(pair.page).md does not say \(pair.words)")
    }

    /// What the image's own tests hold.
    @Test func theReadmeSaysHowLargeTheImageMayBe() throws {
        let bound = "assertLess(self.image.compressed_bytes, 12 * MEGABYTE)"
        #expect(try Document("Tests/Image/test_contents.py").text.contains(bound))
        for page in ["README.md", "docs/runners.md"] { #expect(try Document(page).text.contains("less than 12 MB")) }
    }
}
