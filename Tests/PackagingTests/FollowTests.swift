import Testing

@testable import Packaging

/// `links: follow`: in the place of a link that would lead to nothing in the package is what it leads to here.
struct FollowTests {
    let directory = TemporaryDirectory()

    init() {
        for name in ["dist", "dist/node_modules", "shared", "shared/bin", "shared/lib"] { directory.directory(name) }
        directory.file("dist/index.js", "index")
        directory.file("shared/index.js", "shared")
        directory.file("shared/bin/tool", "tool", mode: 0o755)
        directory.link("shared/lib/tool", to: "../bin/tool")
    }

    @Test func whatALinkLeadsToIsPackagedAndLinksWithinStayLinks() throws {
        directory.link("dist/main.js", to: "index.js")
        directory.link("dist/node_modules/shared", to: "../../shared")
        directory.link("dist/layer", to: "/opt/layer")
        #expect(
            try scan() == [
                "index.js 5", "layer -> /opt/layer", "main.js -> index.js", "node_modules", "node_modules/shared",
                "node_modules/shared/bin", "node_modules/shared/bin/tool 4 x", "node_modules/shared/index.js 6",
                "node_modules/shared/lib", "node_modules/shared/lib/tool -> ../bin/tool",
            ])
    }

    @Test func ofAChainOnlyTheLastIsFollowed() throws {
        directory.link("dist/node_modules/shared", to: "../../shared")
        directory.link("dist/tool", to: "./node_modules/shared/bin/tool")
        directory.link("dist/same", to: "tool")
        #expect(
            try scan().filter { !$0.hasPrefix("node_modules") } == [
                "index.js 5", "same -> tool", "tool -> ./node_modules/shared/bin/tool",
            ])
    }

    @Test func whatAFollowedDirectorysLinksLeadToIsFollowedToo() throws {
        directory.directory("other")
        directory.file("other/a", "a")
        directory.link("shared/other", to: "../other")
        directory.link("dist/shared", to: directory("shared"))
        let other = try scan().filter { $0.contains("other") }
        #expect(other == ["shared/other", "shared/other/a 1"])
    }

    @Test func theZipHoldsWhatTheLinksLeadTo() throws {
        directory.link("dist/shared", to: "../shared")
        let source = SourceDirectory(path: directory("dist"), exclude: .empty, links: .follow)
        directory.file("a.zip", bytes: try bytes(of: .zip(of: source, limits: .lambda)))
        #expect(run("unzip", ["-q", directory("a.zip"), "-d", directory("out")]).status == 0)
        #expect(run("diff", ["-r", directory("shared"), directory("out/shared")]) == (0, ""))
    }

    @Test func whatIsLeftOutIsNotFollowedAndNotPackaged() throws {
        directory.link("dist/gone", to: "/nowhere")
        directory.link("dist/shared", to: "../shared")
        directory.link("dist/again", to: "../shared")
        directory.link("dist/circle", to: "../dist")
        let list = IgnoreList(lines: "gone", "again/", "circle/", "shared/bin/", "!shared/bin/tool")
        #expect(
            try scan(list) == [
                "index.js 5", "node_modules", "shared", "shared/index.js 6", "shared/lib", "shared/lib/tool 4 x",
            ])
    }

    @Test(arguments: [
        ("dist/self", "../dist"), ("shared/back", "../dist"), ("shared/around", "../shared/../dist/shared"),
    ])
    func circlesAreNamed(link: String, target: String) {
        directory.link("dist/shared", to: "../shared")
        directory.link(link, to: target)
        #expect(refusal().contains("leads in a circle (to '\(target)')"), "\(refusal())")
    }

    @Test func everyLinkToNothingIsNamedWithWhereItEnds() {
        directory.link("dist/a", to: "b")
        directory.link("dist/b", to: "/nowhere/at/all")
        directory.link("dist/loop", to: "loop")
        let told = refusal()
        #expect(
            told.contains("the link 'a' leads to nothing in the directory (to 'b', which ends at '/nowhere/at/all')"),
            "\(told)")
        #expect(told.contains("the link 'b' leads to nothing in the directory (to '/nowhere/at/all')"))
        #expect(told.contains("the link 'loop' leads in a circle"))
    }

    /// Each directory holds two links to the next: followed one by one they would be more than a disk can hold.
    @Test func linksThatMultiplyHaveAnEnd() {
        for number in 0..<30 {
            directory.directory("d\(number)")
            for name in ["a", "b"] { directory.link("d\(number)/\(name)", to: "../d\(number + 1)") }
        }
        directory.directory("d30")
        directory.link("dist/d", to: "../d0")
        #expect(refusal().contains("leads by its links to more than 2000 directories"))
    }

    private func scan(_ list: IgnoreList = .empty) throws -> [String] {
        try SourceTree.scan(SourceDirectory(path: directory("dist"), exclude: list, links: .follow)).entries.map {
            switch $0.kind {
            case .directory: $0.path
            case .file(let size, let isExecutable): "\($0.path) \(size)\(isExecutable ? " x" : "")"
            case .link(let target): "\($0.path) -> \(target)"
            }
        }
    }

    private func refusal() -> String {
        do {
            return try scan().description
        } catch {
            return "\(error)"
        }
    }
}
