extension DeploymentPackage {
    /// Zips a directory: the same content gives the same bytes, whatever the files' times, their order on the disk,
    /// the user, the umask, the time zone, the locale or the host. (Another build of zlib may compress otherwise.)
    ///
    /// The zip is built in memory that is no part of the process; files pass through it in pieces.
    package static func zip(
        of directory: SourceDirectory, limits: SizeLimits
    ) throws(PackagingFailure) -> DeploymentPackage {
        let tree = try SourceTree.scan(directory)
        try limits.check(unpacked: tree.certainBytes, of: directory.path) { tree.sizedFiles }
        let output = try OpenFile(inMemoryFor: directory.path)
        var packing = try TreePacking(tree, to: output)
        try packing.run()
        try limits.check(unpacked: packing.unpackedBytes, of: directory.path) { tree.sizedFiles }
        let count = try output.status().size
        try markNamesAsUTF8(in: output, count: count)
        try limits.check(zip: count, of: directory.path) { tree.sizedFiles }
        let contents = PackageContents(entries: packing.entries, isFinishedZip: false, jars: packing.jars)
        return DeploymentPackage(
            file: output, count: count, contents: contents, changes: packing.changes,
            uncompressedBytes: packing.unpackedBytes, files: tree.sizedFiles, leftOut: tree.leftOut)
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
