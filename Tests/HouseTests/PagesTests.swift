import FoundationEssentials
import Testing
import lockstep_docs

/// What a page names or links to is there.
@Suite struct PagesTests {
    @Test(arguments: try Document.paths())
    func everyPlaceThatAPageNamesIsThere(page: String) throws {
        let folders = ["Sources", "Tests", "scripts", "examples", "docs", ".github"]
        for name in try Document(page).quoted.map(String.init) {
            guard folders.contains(where: { name == $0 || name.hasPrefix("\($0)/") }) else { continue }
            #expect(Self.isThere(name), "\(page) names \(name)")
        }
    }

    @Test(arguments: try Document.paths())
    func everyLinkWithinTheRepositoryLeadsSomewhere(page: String) throws {
        for link in try Document(page).links {
            #expect(Self.isThere(link.path), "\(page) links to \(link.path)")
            guard let anchor = link.anchor, let anchors = Self.anchors[link.path] else { continue }
            #expect(anchors.contains(anchor), "\(page) links to \(link.path)#\(anchor)")
        }
    }

    @Test func everyPageOfTheDocumentsIsLinkedToFromTheReadme() throws {
        let linked = Set(try Document("README.md").links.map(\.path))
        for page in try Document.paths() where page.hasPrefix("docs/") {
            #expect(linked.contains(page), "nobody finds \(page)")
        }
    }

    /// A bar in a cell parts it, even between backquotes, and GitHub drops what is too much.
    @Test(arguments: try Document.paths())
    func everyRowHasAsManyCellsAsItsTable(page: String) throws {
        var columns: Int?
        for line in try Document(page).prose.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("|") else {
                columns = nil
                continue
            }
            let bars = line.split(separator: "\\|").joined().count { $0 == "|" }
            #expect(bars == columns ?? bars, "\(page): \(line)")
            columns = columns ?? bars
        }
    }

    @Test func theExampleBesideTerraformIgnoresWhatThePageSays() throws {
        let lists = try ["docs/terraform.md", "examples/terraform.tf"].map { page in
            try Document(page).text.split(separator: "\n").filter { $0.contains("ignore_changes = ") }
        }
        #expect(lists[0].count == 2 && lists[0] == lists[1])
    }

    @Test(arguments: [
        ("How it stays safe", "how-it-stays-safe"), ("Packages over 50 MB", "packages-over-50-mb"),
        ("By CodeDeploy, without a runner", "by-codedeploy-without-a-runner"), ("`plan`: `a_b` & c", "plan-a_b--c"),
    ])
    func anAnchorIsMadeAsGitHubMakesIt(heading: String, anchor: String) {
        #expect(Document.anchor(heading[...]) == anchor)
    }

    /// By page; a page that cannot be read has none, so that a link to one fails.
    private static let anchors: [String: [String]] = {
        let pages = (try? Document.paths()) ?? []  // another test reads them, and says why it could not
        return Dictionary(uniqueKeysWithValues: pages.map { ($0, (try? Document($0).anchors) ?? []) })
    }()

    private static func isThere(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: Repository.current.root.appending(path: path).path)
    }
}
