/// A file of a package and how large it is, unpacked.
package struct SizedFile: Equatable, Sendable {
    /// Relative to the package's root.
    package let path: String
    package let bytes: Int

    package init(path: String, bytes: Int) {
        self.path = path
        self.bytes = bytes
    }
}

extension [SizedFile] {
    /// The five to look at first, if a package is too large.
    var largest: [SizedFile] {
        Array(sorted { ($1.bytes, $0.path) < ($0.bytes, $1.path) }.prefix(5))
    }
}
