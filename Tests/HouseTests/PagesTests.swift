import FoundationEssentials
import Testing

/// What a page names in backquotes and that looks like a place in this repository.
private func placesNamed(in page: String) throws -> [String] {
    let text = try String(contentsOf: Repository.current.root.appending(path: page), encoding: .utf8)
    let quoted = text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    return quoted.filter { name in
        ["Sources", "Tests", "scripts"].contains { name == $0 || name.hasPrefix("\($0)/") }
    }
}

@Test func everyPlaceThatThePagesNameIsThere() throws {
    for page in ["README.md", ".github/CONTRIBUTING.md"] {
        for place in try placesNamed(in: page) {
            let path = Repository.current.root.appending(path: place).path
            #expect(FileManager.default.fileExists(atPath: path), "\(page) names \(place)")
        }
    }
}
