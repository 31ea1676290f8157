import Testing

/// The rooms of the house and what each may import of ours and of others. The package manager does not hold this.
private let table: [String: Set<String>] = [
    "lockstep": ["LockstepAction", "CurlTransport"],
    "LockstepAction": [
        "Inputs", "Reporting", "Deployment", "Engine", "Identity", "AWSServices", "AWSCore", "GitHubActions", "HTTP",
    ],
    "Inputs": [
        "Deployment", "Engine", "Packaging", "Identity", "AWSServices", "AWSCore", "CStamp", "ArgumentParser",
    ],
    "Reporting": ["Inputs", "Deployment", "Engine", "Identity", "AWSServices", "AWSCore", "GitHubActions"],
    "Deployment": ["Engine", "AWSServices", "AWSCore"],
    "Engine": ["AWSServices", "AWSCore"],
    "Packaging": ["CArchive"],
    "Identity": ["AWSServices", "AWSCore", "HTTP"],
    "GitHubActions": [],
    "AWSServices": ["AWSCore", "XML"],
    "XML": ["CExpat"],
    "AWSCore": ["HTTP", "CCurl"],
    "CurlTransport": ["HTTP", "CCurl"],
    "HTTP": [],
    "ControlPlaneSimulator": ["HTTP", "XML"],
    "lockstep-simulator": ["ControlPlaneSimulator", "HTTP", "FlyingFox", "FlyingSocks", "ArgumentParser"],
]

/// What comes with Swift and the system. The whole of Foundation is not among them: it would cost 43 MB.
private let system: Set<String> = ["FoundationEssentials", "Glibc", "Synchronization"]

@Test func everyModuleHasItsRowInTheTable() throws {
    #expect(try Repository.current.modules() == Set(table.keys))
}

@Test func nothingIsImportedThatTheTableDoesNotAllow() throws {
    for file in try Repository.current.swiftFiles(in: "Sources") {
        let allowed = (table[file.module] ?? []).union(system)
        for name in file.imports {
            #expect(allowed.contains(name), "\(file.path) imports \(name)")
        }
    }
}

@Test func importsOfOursNeverFormACircle() {
    var left = table.mapValues { $0.intersection(table.keys) }
    while let floor = left.first(where: { $0.value.isEmpty })?.key {
        left[floor] = nil
        left = left.mapValues { $0.subtracting([floor]) }
    }
    #expect(left.isEmpty)
}

@Test func anImportIsSeenHoweverItIsWritten() {
    let lines = [
        ("import HTTP", ["HTTP"]), ("@testable import HTTP", ["HTTP"]), ("    package import HTTP", ["HTTP"]),
        ("import struct HTTP.HTTPRequest", ["HTTP"]), ("// import HTTP", []), ("let import = 1", []),
    ]
    for (line, expected) in lines {
        #expect(SwiftFile(path: "Sources/Room/File.swift", text: line).imports == expected)
    }
}
