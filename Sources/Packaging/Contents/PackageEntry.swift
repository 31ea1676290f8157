/// A file, link or directory of a package, as Lambda will unpack it.
package struct PackageEntry: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case directory
        case file
        /// - Parameter target: nil if it is not known.
        case link(target: String?)
    }

    /// From the package's top, with slashes, none of them at the end.
    package let path: String
    package let kind: Kind
    /// The bits that say who may read, write and run it; nil where a zip says nothing of them, as one made on Windows.
    package let permissions: UInt16?
    /// How a zip compresses it (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.4.5).
    package let method: UInt16
    /// Whether it has the first date that a zip can have, as tools write it that make the same bytes each time.
    package let isUndated: Bool
    package let glimpse: Glimpse?

    package init(
        path: String, kind: Kind, permissions: UInt16?, method: UInt16, isUndated: Bool, glimpse: Glimpse?
    ) {
        self.path = path
        self.kind = kind
        self.permissions = permissions
        self.method = method
        self.isUndated = isUndated
        self.glimpse = glimpse
    }

    var isExecutable: Bool { (permissions ?? 0) & 0o111 != 0 }

    /// Stored and deflated. Lambda takes no others: it says that it cannot unzip the file.
    static let knownMethods: Set<UInt16> = [0, 8]

    /// The last part of its path.
    var name: Substring { path.lastPart }
}
