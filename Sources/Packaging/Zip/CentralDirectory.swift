/// The list of entries at a zip's end. Every tool finds the entries by it; libarchive does not show all it says.
/// Sections and field offsets: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (4.3.12 to 4.3.16).
struct CentralDirectory {
    struct Entry {
        let name: [UInt8]
        let flags: UInt16
        /// 0 is stored, 8 is deflated (4.4.5).
        let method: UInt16
        /// As Unix has it, with the kind of file; nil where nothing is said of it (4.4.2, 4.4.15).
        let mode: UInt16?
        /// Whether it has the first date that can be written, or none.
        let isUndated: Bool
        let uncompressedSize: Int
        /// Where its own header begins, from the beginning of the zip.
        let headerOffset: Int
        /// Where its record in the list begins, from the beginning of the file.
        let recordOffset: Int
    }

    let entries: [Entry]

    /// Reads the whole list into memory: its file must be known to be none too large.
    init(at end: Place, of file: OpenFile) throws(PackagingFailure) {
        let bytes = try file.bytes(at: end.start, count: end.size)
        var entries: [Entry] = []
        var offset = 0
        while let (entry, length) = Self.entry(in: bytes, at: offset, start: end.start) {
            entries.append(entry)
            offset += length
        }
        guard offset == bytes.count, entries.count == end.entries else {
            throw .unfitZip(path: file.path, .damaged(entry: nil, reason: "its list of entries is inconsistent"))
        }
        self.entries = entries
    }

    private static func entry(in bytes: [UInt8], at offset: Int, start: Int) -> (Entry, length: Int)? {
        guard bytes.count - offset >= 46, bytes[offset...].starts(with: Array("PK\u{1}\u{2}".utf8)) else { return nil }
        let nameEnd = offset + 46 + bytes.number(at: offset + 28, bytes: 2)
        let end = nameEnd + bytes.number(at: offset + 30, bytes: 2) + bytes.number(at: offset + 32, bytes: 2)
        guard end <= bytes.count else { return nil }
        let entry = Entry(
            name: Array(bytes[(offset + 46)..<nameEnd]), flags: UInt16(bytes.number(at: offset + 8, bytes: 2)),
            method: UInt16(bytes.number(at: offset + 10, bytes: 2)), mode: mode(in: bytes, at: offset),
            isUndated: bytes.number(at: offset + 12, bytes: 4) <= 0x0021_0000,
            uncompressedSize: bytes.number(at: offset + 24, bytes: 4),
            headerOffset: bytes.number(at: offset + 42, bytes: 4), recordOffset: start + offset)
        return (entry, end - offset)
    }

    private static func mode(in bytes: [UInt8], at offset: Int) -> UInt16? {
        let mode = UInt16(bytes.number(at: offset + 40, bytes: 2))
        // Unix and Darwin, where 0 is a mode as well: the one that Python's ZipInfo has if nobody sets another.
        let isUnix = [3, 19].contains(bytes[offset + 5])
        return mode != 0 || isUnix ? mode : nil
    }
}

extension CentralDirectory {
    struct Place {
        let start: Int
        let size: Int
        let entries: Int
    }

    /// The end record is the last thing in the file but for a comment of at most 65,535 bytes.
    /// - Parameter count: The size of the file.
    /// - Returns: nil if there is no such list at the file's end.
    static func locate(in file: OpenFile, count: Int) throws(PackagingFailure) -> Place? {
        let length = min(count, 22 + 65_535)
        let tail = try file.bytes(at: count - length, count: length)
        for offset in stride(from: length - 22, through: 0, by: -1)
        where tail[offset...].starts(with: Array("PK\u{5}\u{6}".utf8)) {
            let comment = tail.number(at: offset + 20, bytes: 2)
            guard offset + 22 + comment <= length else { continue }
            let end = count - length + offset
            if let large = try locateLarge(in: file, before: end) { return large }
            let size = tail.number(at: offset + 12, bytes: 4)
            guard size <= end else { continue }
            return Place(start: end - size, size: size, entries: tail.number(at: offset + 10, bytes: 2))
        }
        return nil
    }

    /// A zip of more than 65,535 entries has a second end record (Zip64), which a locator just before the first names.
    private static func locateLarge(in file: OpenFile, before end: Int) throws(PackagingFailure) -> Place? {
        guard end >= 76 else { return nil }
        let bytes = try file.bytes(at: end - 76, count: 76)
        guard bytes.starts(with: Array("PK\u{6}\u{6}".utf8)), bytes[56...].starts(with: Array("PK\u{6}\u{7}".utf8))
        else { return nil }
        let size = bytes.number(at: 40, bytes: 8)
        guard size <= end - 76 else { return nil }
        return Place(start: end - 76 - size, size: size, entries: bytes.number(at: 32, bytes: 8))
    }
}

extension [UInt8] {
    /// An unsigned number, its lowest byte first; one that no file can reach counts as the largest there is.
    fileprivate func number(at offset: Int, bytes count: Int) -> Int {
        let value = self[offset..<(offset + count)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int(clamping: value)
    }
}
