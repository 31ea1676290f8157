/// A file that a runtime may load into itself, and what it is one of.
struct NativeModule {
    let entry: PackageEntry
    /// Modules that stand in for each other: a package that carries one for each platform has one group.
    let group: String
    /// Why it cannot be loaded; nil if it can.
    let unfit: UnfitModule?
    /// Whether it has the name by which something looks for it: if it is unfit, it is missed.
    let isSoughtByName: Bool

    /// - Returns: nil for what is none, or of which nothing is known.
    init?(_ entry: PackageEntry, in function: FunctionAsPlanned) {
        guard entry.kind == .file, Self.endings.contains(where: entry.path.utf8.hasSuffix),
            case .program(let binary) = entry.glimpse
        else { return nil }
        self.entry = entry
        let tag = PythonTag(fileName: entry.name)
        isSoughtByName = tag != nil || entry.path.utf8.hasSuffix(".node")
        unfit = Self.fault(of: binary, tag, function)
        group = Self.group(of: entry, tag)
    }

    private static let endings = [".so", ".node", ".dylib", ".pyd"]

    private static func fault(
        of binary: NativeBinary, _ tag: PythonTag?, _ function: FunctionAsPlanned
    ) -> UnfitModule? {
        if binary.system != .linux || tag?.isForOtherSystem == true { return .otherSystem }
        if !binary.fits(function.architecture) { return .otherMachine(architecture: function.architecture) }
        if case .python(let version) = function.runtime, let wanted = tag?.version, wanted != version {
            return .otherPython(runtime: function.runtimeName)
        }
        return nil
    }

    private static func group(of entry: PackageEntry, _ tag: PythonTag?) -> String {
        let parts = entry.path.split(separator: "/").dropLast()
        if let tag { return parts.joined(separator: "/") + "/" + tag.module }
        guard let place = parts.lastIndex(of: "node_modules") else {
            return PlatformNames.removed(from: parts)
        }
        let isScoped = parts[(place + 1)...].first?.hasPrefix("@") ?? false
        return PlatformNames.removed(from: parts.prefix(place + (isScoped ? 3 : 2)))
    }
}

/// What the name of a module of Python's says: `_fast.cpython-313-x86_64-linux-gnu.so`.
/// Source: https://peps.python.org/pep-3149/
struct PythonTag: Equatable {
    let module: String
    /// `313`; nil for one that fits several (`abi3`).
    let version: String?
    /// A name for another system, or another C library, than Lambda's: Python does not see it.
    let isForOtherSystem: Bool

    /// - Returns: nil for a name without a tag.
    init?(fileName: Substring) {
        let parts = fileName.split(separator: ".")
        guard parts.count >= 3, let ending = parts.last, ending == "so" || ending == "pyd" else { return nil }
        let tag = parts[parts.count - 2].split(separator: "-")
        module = parts.dropLast(2).joined(separator: ".")
        if tag.first == "cpython", tag.count >= 2 {
            version = String(tag[1].prefix { $0.isNumber })
        } else if tag.first == "abi3" {
            version = nil
        } else if ending == "pyd", let first = tag.first, first.hasPrefix("cp") {
            version = String(first.dropFirst(2).prefix { $0.isNumber })
        } else {
            return nil
        }
        isForOtherSystem = ending == "pyd" || tag.contains("darwin") || tag.contains("musl")
    }
}
