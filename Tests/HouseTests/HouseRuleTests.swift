import Testing

private func allSwiftFiles() throws -> [SwiftFile] {
    try Repository.current.swiftFiles(in: "Sources") + Repository.current.swiftFiles(in: "Tests")
}

@Test func noFileIsLongerThanTwoHundredAndFiftyLines() throws {
    for file in try allSwiftFiles() {
        #expect(file.lines.count <= 250, "\(file.path) has \(file.lines.count) lines: split it by meaning")
    }
}

@Test func nobodyImportsTheWholeOfFoundation() throws {
    for file in try allSwiftFiles() {
        #expect(!file.imports.contains("Foundation"), "\(file.path)")
    }
}

@Test func nothingIsLeftForLater() throws {
    // Put together here, so that this file does not find itself.
    let marks = ["TO" + "DO", "FIX" + "ME"]
    for file in try allSwiftFiles() {
        for mark in marks {
            #expect(!file.text.contains(mark), "\(file.path) has a \(mark)")
        }
    }
}

@Test func noFileKnowsSomebodysHome() throws {
    // GitHub's own machines have a documented home, which tests may name.
    let homes = ["\"/ho" + "me/", " /ho" + "me/", "/Us" + "ers/", "\"/ro" + "ot/", " /ro" + "ot/"]
    for file in try allSwiftFiles() {
        let text = file.text.split(separator: "/home/runner/", omittingEmptySubsequences: false).joined()
        for home in homes {
            #expect(!text.contains(home), "\(file.path) names \(home)")
        }
    }
}

/// It would hide the module: `Room.Door` would be looked for in the type alone.
@Test func noTypeIsNamedAsItsModule() throws {
    for file in try Repository.current.swiftFiles(in: "Sources") {
        if file.declaresItsModulesName { Issue.record("\(file.path) declares a type \(file.module)") }
    }
}

@Test(arguments: [
    ("package struct Room {}", true), ("final class Room: Sendable {\n}", true), ("private enum Room {}", false),
    ("extension Other {\n    struct Room {}\n}", false), ("// struct Room {}\nstruct Rooms {}", false),
])
func aTypeNamedAsItsModuleIsSeen(text: String, isNamedSo: Bool) {
    #expect(SwiftFile(path: "Sources/Room/Corner/Room.swift", text: text).declaresItsModulesName == isNamedSo)
}

extension SwiftFile {
    fileprivate var declaresItsModulesName: Bool {
        SwiftCode(text).types.contains { $0.name == module && !$0.isNested && !$0.isPrivate }
    }
}
