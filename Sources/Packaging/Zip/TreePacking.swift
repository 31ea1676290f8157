/// Writes a tree into a zip, and notes what it holds and what was changed on the way.
struct TreePacking {
    private let tree: SourceTree
    private let writer: ZipWriter
    private(set) var entries: [PackageEntry] = []
    private(set) var unpackedBytes = 0
    private(set) var jars: [String: Set<String>?] = [:]
    private(set) var changes = PackageChanges()
    /// The files that Python's bytecode may have been made of, and where they lie.
    private let sources: [[UInt8]: String]

    init(_ tree: SourceTree, to output: OpenFile) throws(PackagingFailure) {
        self.tree = tree
        writer = try ZipWriter(to: output)
        let files = tree.entries.lazy.filter { $0.isFile && $0.path.utf8.hasSuffix(".py") }
        sources = Dictionary(files.map { (Array($0.path.utf8), $0.place) }) { _, last in last }
    }

    mutating func run() throws(PackagingFailure) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Glimpse.mostBytes, alignment: 16)
        defer { buffer.deallocate() }
        for entry in tree.entries {
            switch entry.kind {
            case .directory, .link: try begin(entry, nil)
            case .file(let size, _):
                let content = try FileReading(of: entry.place, size: size, through: buffer)
                if let name = BytecodeName(path: entry.path) {
                    try pack(bytecode: entry, name, try content.all(), buffer)
                } else {
                    try pack(entry, content)
                }
            }
        }
        try writer.finish()
    }

    private mutating func pack(_ entry: SourceEntry, _ content: FileReading) throws(PackagingFailure) {
        let glimpse = Glimpse(content.start, path: entry.path)
        let runnable = entry.runnable(glimpse)
        if runnable != entry { changes.isBootstrapMadeExecutable = true }
        try begin(runnable, glimpse)
        try content.pass { bytes throws(PackagingFailure) in try writer.write(bytes) }
        if JarClasses.areSought(at: entry.path) { jars[entry.path] = .some(JarClasses.paths(in: content.file)) }
    }

    private mutating func pack(
        bytecode entry: SourceEntry, _ name: BytecodeName, _ bytes: [UInt8], _ buffer: UnsafeMutableRawBufferPointer
    ) throws(PackagingFailure) {
        switch try bytecode(bytes, name, buffer) {
        case .kept: try pack(entry, bytes)
        case .leftOut: changes.bytecodeLeftOut += 1
        case .rewritten(let bytes):
            changes.bytecodeRewritten += 1
            try pack(entry, bytes)
        }
    }

    private mutating func pack(_ entry: SourceEntry, _ bytes: [UInt8]) throws(PackagingFailure) {
        try begin(entry.with(size: bytes.count, isExecutable: false), nil)
        try writer.write(bytes)
    }

    private func bytecode(
        _ bytes: [UInt8], _ name: BytecodeName, _ buffer: UnsafeMutableRawBufferPointer
    ) throws(PackagingFailure) -> Bytecode {
        guard let place = sources[Array(name.source.utf8)] else {
            return bytes.withUnsafeBytes { Bytecode(of: $0, name, source: nil) }
        }
        let source = try FileReading(of: place, size: nil, through: buffer)
        let text = try source.all()
        return bytes.withUnsafeBytes { bytes in
            text.withUnsafeBytes { text in
                let source = Bytecode.Source(path: name.source, time: source.modifiedAt, content: text)
                return Bytecode(of: bytes, name, source: source)
            }
        }
    }

    private mutating func begin(_ entry: SourceEntry, _ glimpse: Glimpse?) throws(PackagingFailure) {
        try writer.begin(entry)
        unpackedBytes += entry.kind.size
        entries.append(PackageEntry(entry, glimpse))
    }
}

extension SourceEntry {
    fileprivate var isFile: Bool {
        if case .file = kind { true } else { false }
    }

    /// The entry with the bit without which Lambda cannot start it: what passes through a workflow's artifact loses it.
    /// Source: https://github.com/actions/upload-artifact#permission-loss
    fileprivate func runnable(_ glimpse: Glimpse?) -> SourceEntry {
        guard path == "bootstrap", case .file(let size, false) = kind else { return self }
        return switch glimpse {
        case .program(let binary) where binary.system == .linux: with(size: size, isExecutable: true)
        case .script: with(size: size, isExecutable: true)
        default: self
        }
    }

    fileprivate func with(size: Int, isExecutable: Bool) -> SourceEntry {
        SourceEntry(path: path, kind: .file(size: size, isExecutable: isExecutable), place: place)
    }
}

extension PackageEntry {
    fileprivate init(_ entry: SourceEntry, _ glimpse: Glimpse?) {
        let (kind, permissions): (Kind, UInt16) =
            switch entry.kind {
            case .directory: (.directory, 0o755)
            case .file(_, let isExecutable): (.file, isExecutable ? 0o755 : 0o644)
            case .link(let target): (.link(target: target), 0o777)
            }
        self.init(
            path: entry.path, kind: kind, permissions: permissions, method: 8, isUndated: false, glimpse: glimpse)
    }
}
