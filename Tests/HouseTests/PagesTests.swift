import FoundationEssentials
import Testing

/// The places in this repository that a page names in backquotes or links to.
private func places(on page: String) throws -> [String] {
    let file = Repository.current.root.appending(path: page)
    let text = try String(contentsOf: file, encoding: .utf8)
    let quoted = text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    let named = quoted.filter { name in
        ["Sources", "Tests", "scripts", "examples", ".github"].contains { name == $0 || name.hasPrefix("\($0)/") }
    }
    let folder = page.split(separator: "/").dropLast().map { "\($0)/" }.joined()
    let linked = text.split(separator: "](").dropFirst().map { $0.prefix { !")#".contains($0) } }
        .filter { !$0.isEmpty && !$0.contains(":") }.map { folder + $0 }
    return named + linked
}

@Test(arguments: ["README.md", ".github/CONTRIBUTING.md"])
func everyPlaceThatAPageNamesIsThere(page: String) throws {
    let places = try places(on: page)
    #expect(!places.isEmpty)
    for place in places {
        let path = Repository.current.root.appending(path: place).path
        #expect(FileManager.default.fileExists(atPath: path), "\(page) names \(place)")
    }
}
