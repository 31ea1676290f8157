import Glibc

/// A name in a directory, as the disk has it.
struct ListedName {
    let bytes: [UInt8]
    /// As far as the listing itself tells.
    let isDirectory: Bool

    private init(_ entry: UnsafeMutablePointer<dirent>) {
        isDirectory = entry.pointee.d_type == DT_DIR
        bytes = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
            tuple.withMemoryRebound(to: UInt8.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) { name in
                Array(UnsafeBufferPointer(start: name, count: strlen(name)))
            }
        }
    }

    /// nil for what is not UTF-8.
    var text: String? {
        String(validating: bytes, as: UTF8.self)
    }

    /// All that the directory holds, in the disk's order.
    static func all(in place: String) throws(PackagingFailure) -> [ListedName] {
        guard let stream = opendir(place) else { throw .unopened(path: place, errno: errno) }
        defer { closedir(stream) }
        var names: [ListedName] = []
        while let entry = readdir(stream) {
            let name = ListedName(entry)
            if name.bytes != Array(".".utf8), name.bytes != Array("..".utf8) { names.append(name) }
        }
        return names
    }
}
