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
            ("v2", .linkLeadsNowhere(target: "v2")),
            ("v1/so/x", .linkLeadsNowhere(target: "v1/so/x")),
            ("v1/so/..", .linkLeadsNowhere(target: "v1/so/..")),
            ("../..", .linkLeavesDirectory(target: "../..")),
            ("../../tree/lib/v1/so", .linkLeavesDirectory(target: "../../tree/lib/v1/so")),
            ("latest/../../..", .linkLeavesDirectory(target: "latest/../../..")),
            ("/etc/passwd", .linkLeavesDirectory(target: "/etc/passwd")),
            ("link", .linkRunsInCircles(target: "link")),
            ("../lib/link/so", .linkRunsInCircles(target: "../lib/link/so")),
        ] as [(String, UnfitEntry.Why?)])
    func aLinkMustLeadToSomethingInThePackage(target: String, why: UnfitEntry.Why?) {
        let entries = [
            SourceEntry(path: "lib", kind: .directory),
            SourceEntry(path: "lib/latest", kind: .link(target: "v1")),
            SourceEntry(path: "lib/link", kind: .link(target: target)),
            SourceEntry(path: "lib/v1", kind: .directory),
            SourceEntry(path: "lib/v1/so", kind: .file(size: 1, isExecutable: false)),
        ]
        #expect(unfitLinks(among: entries) == (why.map { [UnfitEntry(path: "lib/link", why: $0)] } ?? []))
    }
}
