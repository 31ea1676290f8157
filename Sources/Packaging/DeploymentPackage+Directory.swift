import Glibc

extension DeploymentPackage {
    /// Zips a directory: the same content gives the same bytes, whatever the files' times, their order on the disk,
    /// the user, the umask, the time zone, the locale or the host. (Another build of zlib may compress otherwise.)
    ///
    /// The zip is built in memory that is no part of the process; files pass through it in pieces.
    package static func zip(
        of directory: SourceDirectory, limits: SizeLimits
    ) throws(PackagingFailure) -> DeploymentPackage {
        let tree = try SourceTree.scan(directory)
        try limits.check(unpacked: tree.unpackedBytes, of: directory.path) { tree.sizedFiles }
        let output = try OpenFile(inMemoryFor: directory.path)
        try write(tree, to: output)
        let count = try output.status().size
        try markNamesAsUTF8(in: output, count: count)
        try limits.check(zip: count, of: directory.path) { tree.sizedFiles }
        return DeploymentPackage(
            file: output, count: count, entries: tree.entries.count, uncompressedBytes: tree.unpackedBytes,
            files: tree.sizedFiles, leftOut: tree.leftOut)
    }

    static func write(_ tree: SourceTree, to output: OpenFile) throws(PackagingFailure) {
        let writer = try ZipWriter(to: output)
        for entry in tree.entries {
            try writer.begin(entry)
            if case .file(let size, _) = entry.kind {
                try copy(entry.place, size: size, to: writer)
            }
        }
        try writer.finish()
    }

    private static func copy(
        _ path: String, size: Int, to writer: ZipWriter
    ) throws(PackagingFailure) {
        let file = try OpenFile(reading: path, flags: O_NOFOLLOW)
        let before = try file.status()
        guard before.kind == .file, before.size == size else { throw .changedWhileReading(path: path) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { buffer.deallocate() }
        var offset = 0
        while offset < size {
            let count = try file.read(at: offset, into: buffer)
            guard count > 0 else { throw .changedWhileReading(path: path) }
            try writer.write(UnsafeRawBufferPointer(rebasing: buffer[..<min(count, size - offset)]))
            offset += count
        }
        guard offset == size, try file.status() == before else { throw .changedWhileReading(path: path) }
    }

    /// Sets the flag "this name is UTF-8" where a name is more than ASCII. libarchive does so only if the process has a
    /// UTF-8 locale, and a static program in an empty image has none; the bytes of the names are right all the same.
    private static func markNamesAsUTF8(in zip: OpenFile, count: Int) throws(PackagingFailure) {
        guard let place = try CentralDirectory.locate(in: zip, count: count) else {
            throw .notWritten(path: zip.path, reason: "the zip has no end")
        }
        for entry in try CentralDirectory(at: place, of: zip).entries where entry.name.contains(where: { $0 > 0x7f }) {
            let flags = entry.flags | CentralDirectory.nameIsUTF8
            let bytes = [UInt8(flags & 0xff), UInt8(flags >> 8)]
            try zip.overwrite(bytes, at: entry.headerOffset + 6)
            try zip.overwrite(bytes, at: entry.recordOffset + 8)
        }
    }
}

extension CentralDirectory {
    /// General purpose bit 11.
    static let nameIsUTF8: UInt16 = 1 << 11
    /// General purpose bit 0.
    static let isEncrypted: UInt16 = 1
}
