@testable import Packaging

extension PackageEntry {
    /// A file that whoever unpacks the package may read.
    static func file(_ path: String, _ glimpse: Glimpse? = nil, mode: UInt16? = 0o644, method: UInt16 = 8) -> Self {
        PackageEntry(path: path, kind: .file, permissions: mode, method: method, isUndated: false, glimpse: glimpse)
    }

    static func link(_ path: String, to target: String) -> Self {
        PackageEntry(
            path: path, kind: .link(target: target), permissions: 0o777, method: 8, isUndated: false, glimpse: nil)
    }
}

extension PackageContents {
    init(_ entries: PackageEntry..., isZip: Bool = false) {
        self.init(entries: entries, isFinishedZip: isZip, jars: [:])
    }

    init(paths: [String]) {
        self.init(entries: paths.map { .file($0) }, isFinishedZip: false, jars: [:])
    }

    func findings(
        _ runtime: String, _ handler: String, on architecture: String = "x86_64", besides: Bool = false
    ) -> [Finding] {
        findings(
            in: FunctionAsPlanned(
                runtimeName: runtime, handler: handler, architecture: architecture, hasOtherSources: besides))
    }
}

extension Glimpse {
    static let linux = Glimpse.program(NativeBinary(system: .linux, machine: .amd64))
    static let linuxARM = Glimpse.program(NativeBinary(system: .linux, machine: .arm64))
    static let mac = Glimpse.program(NativeBinary(system: .macOS, machine: .notTold))
    static let windows = Glimpse.program(NativeBinary(system: .windows, machine: .notTold))
}
