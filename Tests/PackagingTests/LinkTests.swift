import Testing

@testable import Packaging

struct LinkTests {
    /// A tree with a file at `lib/v1/so`, and one link at `lib/link`.
    @Test(
        arguments: [
            ("v1/so", nil),
            ("./v1//so", nil),
            ("../lib/v1/so", nil),
            ("v1", nil),
            ("..", nil),
            ("v1/../v1/so", nil),
            ("latest/so", nil),
            ("latest/../v1/so", nil),
            ("/opt/lib/so", nil),
            ("/opt", nil),
            ("//tmp/./cache", nil),
            ("/mnt/models", nil),
            ("/var/task/lib/v1/so", nil),
            ("/var/runtime/lib", nil),
            ("v2", .nowhere("lib/v2")),
            ("v1/so/x", .nowhere("lib/v1/so/x")),
            ("v1/so/..", .nowhere("lib/v1/so/..")),
            ("../..", .outside("..")),
            ("../../tree/lib/v1/so", .outside("../tree/lib/v1/so")),
            ("latest/../../..", .outside("..")),
            ("latest/so/x", .nowhere("lib/v1/so/x")),
            ("/etc/passwd", .outside("/etc/passwd")),
            ("/optional", .outside("/optional")),
            ("/var/log", .outside("/var/log")),
            ("/opt/../etc/passwd", .outside("/opt/../etc/passwd")),
            ("link", .circle),
            ("../lib/link/so", .circle),
        ] as [(String, BrokenLink.End?)])
    func aLinkMustLeadToSomethingInThePackageOrToAPlaceOfLambdas(target: String, end: BrokenLink.End?) {
        let broken = end.map { [BrokenLink(path: "lib/link", target: target, culprit: "lib/link", end: $0)] }
        #expect(BrokenLink.all(among: tree(target), below: "", isThere: LambdasPlaces.contain) == broken ?? [])
    }

    @Test func ofAChainTheLastLinkLeadsAstray() {
        let entries = [link("a", to: "b"), link("b", to: "./c"), link("c", to: "/usr/bin/python3")]
        let broken = ["a", "b", "c"].map {
            BrokenLink(
                path: $0, target: ["a": "b", "b": "./c", "c": "/usr/bin/python3"][$0] ?? "", culprit: "c",
                end: .outside("/usr/bin/python3"))
        }
        #expect(BrokenLink.all(among: entries, below: "", isThere: LambdasPlaces.contain) == broken)
    }

    @Test func outOfAMountedDirectoryNoLinkLeads() {
        let entries = [
            SourceEntry(path: "a", kind: .directory, place: ""), SourceEntry(path: "b", kind: .directory, place: ""),
            link("a/up", to: "../b"), link("a/same", to: "../a"), link("a/here", to: "."),
        ]
        #expect(
            BrokenLink.all(among: entries, below: "a", isThere: LambdasPlaces.contain).map(\.path) == [
                "a/up", "a/same",
            ])
        #expect(BrokenLink.all(among: entries, below: "", isThere: LambdasPlaces.contain).isEmpty)
    }

    private func tree(_ target: String) -> [SourceEntry] {
        [
            SourceEntry(path: "lib", kind: .directory, place: ""), link("lib/latest", to: "v1"),
            link("lib/link", to: target), SourceEntry(path: "lib/v1", kind: .directory, place: ""),
            SourceEntry(path: "lib/v1/so", kind: .file(size: 1, isExecutable: false), place: ""),
        ]
    }

    private func link(_ path: String, to target: String) -> SourceEntry {
        SourceEntry(path: path, kind: .link(target: target), place: "")
    }
}
