/// Reads all of a zip: what comes out of it, and what it holds.
struct ZipInspection {
    private let file: OpenFile
    private let limits: SizeLimits
    private(set) var unpackedBytes = 0
    private(set) var entries: [PackageEntry] = []
    private(set) var jars: [String: Set<String>?] = [:]

    init(of file: OpenFile, limits: SizeLimits) {
        self.file = file
        self.limits = limits
    }

    mutating func run(_ directory: CentralDirectory) throws(PackagingFailure) {
        let reader = try ZipReader(of: file)
        // libarchive goes through a zip in the order of the entries' own headers.
        for entry in directory.entries.sorted(by: { $0.headerOffset < $1.headerOffset }) {
            let target = try reader.next(entry.text)
            let glimpse = try unpack(entry, reader)
            // A zip may lie about sizes: what counts is what comes out, and no more is read than may.
            try limits.check(unpacked: unpackedBytes, of: file.path) { directory.sizedFiles }
            entries.append(PackageEntry(entry, linkTarget: target, glimpse))
        }
    }

    private mutating func unpack(
        _ entry: CentralDirectory.Entry, _ reader: ZipReader
    ) throws(PackagingFailure) -> Glimpse? {
        guard PackageEntry.knownMethods.contains(entry.method) else {
            unpackedBytes += min(entry.uncompressedSize, limits.unpacked + 1)
            return nil
        }
        let path = entry.path
        let jar = JarClasses.areSought(at: path) ? try OpenFile(inMemoryFor: file.path) : nil
        var glimpse: Glimpse?
        var offset = 0
        unpackedBytes += try reader.unpack(entry.text, atMost: limits.unpacked - unpackedBytes + 1) {
            bytes throws(PackagingFailure) in
            if offset == 0 { glimpse = Glimpse(bytes, path: path) }
            try jar?.overwrite(Array(bytes), at: offset)
            offset += bytes.count
        }
        if let jar { jars[path] = .some(JarClasses.paths(in: jar)) }
        return glimpse
    }
}

extension CentralDirectory.Entry {
    /// As it will lie on the disk: without what stands for the same place.
    fileprivate var path: String {
        let parts = name.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
        return String(decoding: Array(parts.joined(separator: [UInt8(ascii: "/")])), as: UTF8.self)
    }
}

extension PackageEntry {
    fileprivate init(_ entry: CentralDirectory.Entry, linkTarget: String?, _ glimpse: Glimpse?) {
        let isLink = (entry.mode ?? 0) & 0o170000 == 0o120000
        let isDirectory = entry.name.last == UInt8(ascii: "/")
        self.init(
            path: entry.path, kind: isDirectory ? .directory : isLink ? .link(target: linkTarget) : .file,
            // Of directories most tools say nothing, and everything that unpacks them makes them readable.
            permissions: isDirectory && entry.mode == 0 ? nil : entry.mode.map { $0 & 0o777 }, method: entry.method,
            isUndated: entry.isUndated, glimpse: glimpse)
    }
}
