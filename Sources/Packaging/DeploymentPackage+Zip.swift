extension DeploymentPackage {
    /// Takes a finished zip as it is, after reading all of it: that its list of entries is whole, that every entry can
    /// be unpacked and has its checksum, that no name leads out of the package, that it is not too large for Lambda.
    package static func zip(at path: String, limits: SizeLimits) throws(PackagingFailure) -> DeploymentPackage {
        let file = try OpenFile(reading: path, flags: 0)
        let status = try file.status()
        guard status.kind != .directory else { throw .unfitZip(path: path, .isADirectory) }
        guard status.kind == .file else { throw .unfitZip(path: path, .notAFile) }
        guard let place = try CentralDirectory.locate(in: file, count: status.size) else {
            throw .unfitZip(path: path, try whatElse(file))
        }
        try limits.check(zip: status.size, of: path) { () throws(PackagingFailure) in
            // Of a file that is no package at all, the list may be endless.
            status.size > SizeLimits.lambdaFromS3.zip ? [] : try CentralDirectory(at: place, of: file).sizedFiles
        }
        let directory = try CentralDirectory(at: place, of: file)
        try check(directory, of: path)
        try limits.check(unpacked: directory.unpackedBytes, of: path) { directory.sizedFiles }
        var inspection = ZipInspection(of: file, limits: limits)
        try inspection.run(directory)
        guard try file.status() == status else { throw .changedWhileReading(path: path) }
        return DeploymentPackage(
            file: file, count: status.size,
            contents: PackageContents(entries: inspection.entries, isFinishedZip: true, jars: inspection.jars),
            changes: PackageChanges(), uncompressedBytes: inspection.unpackedBytes, files: directory.sizedFiles,
            leftOut: [])
    }

    /// What a file without a zip's end is.
    private static func whatElse(_ file: OpenFile) throws(PackagingFailure) -> ZipFault {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 512, alignment: 1)
        defer { buffer.deallocate() }
        let start = [UInt8](buffer[..<(try file.read(at: 0, into: buffer))])
        return start.starts(with: Array("PK\u{3}\u{4}".utf8)) ? .cutOff : .notAZip(FileContent(startingWith: start))
    }

    private static func check(_ directory: CentralDirectory, of path: String) throws(PackagingFailure) {
        for entry in directory.entries {
            if entry.flags & CentralDirectory.isEncrypted != 0 {
                throw .unfitZip(path: path, .encrypted(entry: entry.text))
            }
            let parts = entry.name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            if entry.name.first == UInt8(ascii: "/") || parts.contains(where: { $0.elementsEqual("..".utf8) }) {
                throw .unfitZip(path: path, .unsafeName(entry: entry.text))
            }
        }
        guard directory.entries.contains(where: { $0.name.last != UInt8(ascii: "/") }) else {
            throw .unfitZip(path: path, .empty)
        }
    }
}

extension CentralDirectory {
    /// What the list says that the files amount to, without those whose size stands elsewhere (Zip64).
    fileprivate var unpackedBytes: Int {
        sizedFiles.reduce(0) { $0 + $1.bytes }
    }

    var sizedFiles: [SizedFile] {
        entries.filter { $0.uncompressedSize != 0xffff_ffff && $0.name.last != UInt8(ascii: "/") }.map {
            SizedFile(path: $0.text, bytes: $0.uncompressedSize)
        }
    }
}

extension CentralDirectory.Entry {
    var text: String {
        String(decoding: name, as: UTF8.self)
    }
}
