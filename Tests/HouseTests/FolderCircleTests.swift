import Testing

private func files(of module: String) throws -> [SwiftFile] {
    try Repository.current.swiftFiles(in: "Sources/\(module)")
}

/// Once with whatever lies within a folder counted to it, once with each folder for itself.
@Test(arguments: try Repository.current.modules().sorted(), [1, .max])
func foldersOfAModuleNameEachOtherInOneDirectionOnly(module: String, depth: Int) throws {
    for circle in try FolderArrows(files(of: module), depth: depth).circles {
        Issue.record("\(module): each of these folders names types of the next: \(circle)")
    }
}

/// In the sources as they are, one line of one file is enough.
@Test(arguments: [
    ("Wire", "extension ControlPlane.Alarm {}", "Model (Alarm, ControlPlane)"),
    ("Model", "let planted: Simulation? = nil", "InProcess (Simulation)"),
])
func aPlantedCircleIsFound(folder: String, line: String, end: String) throws {
    let room = "ControlPlaneSimulator"
    let planted = SwiftFile(path: "Sources/\(room)/\(folder)/Planted.swift", text: line)
    let circles = try FolderArrows(files(of: room) + [planted], depth: 1).circles
    #expect(circles.contains { $0.contains("\(folder) (") && $0.contains("-> \(end)") }, "\(circles)")
}

@Suite struct FolderArrowsTests {
    private func circles(_ files: [String: String], depth: Int) -> [String] {
        FolderArrows(files.map { SwiftFile(path: "Sources/Room/\($0.key)", text: $0.value) }, depth: depth).circles
    }

    @Test func twoFoldersThatNameEachOtherAreACircle() {
        let files = ["A/Ay.swift": "struct Ay { var bee: Bee }", "B/Bee.swift": "enum Bee { case ay(Ay) }"]
        #expect(circles(files, depth: 1) == ["A -> B (Bee) -> A (Ay)"])
    }

    @Test func aLongerCircleIsFoundAsWell() {
        let files = [
            "A/Ay.swift": "struct Ay { let bee: Bee }", "B/Bee.swift": "struct Bee { let cee: [Cee] }",
            "C/Cee.swift": "final class Cee { var ay: Ay? }", "D/Dee.swift": "struct Dee { let ay: Ay }",
        ]
        #expect(circles(files, depth: 1) == ["A -> B (Bee) -> C (Cee) -> A (Ay)"])
    }

    @Test func eachOfSeveralCirclesIsTold() {
        let files = [
            "A/Ay.swift": "struct Ay { let bee: Bee }", "B/Bee.swift": "struct Bee { let ay: Ay, cee: Cee }",
            "C/Cee.swift": "extension Bee { typealias Cee = Int }",
        ]
        #expect(circles(files, depth: 1) == ["A -> B (Bee) -> A (Ay)", "B -> C (Cee) -> B (Bee)"])
    }

    @Test func namesInOneDirectionAreNoCircle() {
        let files = [
            "A/Ay.swift": "struct Ay { let bee: Bee, dee: Dee }", "B/Bee.swift": "struct Bee { let dee: Dee }",
            "Dee.swift": "actor Dee {}",
        ]
        #expect(circles(files, depth: 1).isEmpty)
    }

    @Test func filesThatLieDirectlyInTheModuleAreOneFolder() {
        let files = ["Ay.swift": "struct Ay { var bee: Bee }", "Bee.swift": "enum Bee { case ay(Ay) }"]
        #expect(circles(files, depth: 1).isEmpty)
        let more = files.merging([
            "C/Cee.swift": "protocol Cee { var ay: Ay { get } }", "Dee.swift": "let dee: any Cee",
        ]) { $1 }
        #expect(circles(more, depth: 1) == [". -> C (Cee) -> . (Ay)"])
    }

    @Test func foldersWithinAFolderAreHeldApartAtTheirDepth() {
        let files = ["A/X/Ay.swift": "struct Ay { var bee: Bee }", "A/Y/Bee.swift": "enum Bee { case ay(Ay) }"]
        #expect(circles(files, depth: 1).isEmpty)
        #expect(circles(files, depth: .max) == ["A/X -> A/Y (Bee) -> A/X (Ay)"])
    }

    @Test(arguments: [
        "struct Bee { let ay: Ay }", "struct Bee { let text = \"a \\(Ay.name) b\" }",
        "extension Room.Ay {}; enum Bee {}",
        "struct Bee { let ays = [\"\": Ay()] }", "struct Bee { let text = #\"\\(a)\\#(Ay.name)\"# }",
    ])
    func aWordOfTheCodeCounts(bee: String) {
        #expect(circles(["A/Ay.swift": "struct Ay { let bee: Bee }", "B/Bee.swift": bee], depth: 1).count == 1)
    }

    @Test(arguments: [
        "struct Bee {}  // Ay", "/* /* Ay */ Ay */ struct Bee {}", "struct Bee { let text = \"Ay\" }",
        "struct Bee { let text = \"\\\"Ay\" }", "struct Bee { let text = #\"\"Ay\\(Ay)\"\"# }",
        "struct Bee { let text = \"\"\"\n    \"Ay\"\n    \"\"\" }", "struct Bee { let text = \"\\(1 + (2))Ay\" }",
        "struct Bee { let Ays = 1, ay = 2, a_Ay = 3 }", "private struct Ay {}\nstruct Bee { private let ay: Ay }",
    ])
    func anyOtherWordDoesNotCount(bee: String) {
        #expect(circles(["A/Ay.swift": "struct Ay { let bee: Bee }", "B/Bee.swift": bee], depth: 1).isEmpty)
    }

    @Test(arguments: ["private struct Ay {}", "fileprivate final class Ay {}", "import struct Other.Ay"])
    func whatIsPrivateOrElsewhereIsNotAnothers(ay: String) {
        let files = ["A/Ay.swift": "\(ay)\nstruct Ex { let bee: Bee }", "B/Bee.swift": "struct Bee { let ay: Ay }"]
        #expect(circles(files, depth: 1).isEmpty)
    }
}
