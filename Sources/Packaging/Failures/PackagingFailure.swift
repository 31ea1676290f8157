/// Why something cannot be deployed as a function's code. `description` says it to people, with what would be right.
package enum PackagingFailure: Error, Equatable {
    case missing(path: String)
    /// The path is a link, or leads through one, and where the links end nothing is.
    case linkedToNothing(path: String, end: String)
    case unreadable(path: String, reason: String)
    case changedWhileReading(path: String)
    /// A pattern fits none of the files that are there, or these.
    case notOneFile(pattern: String, found: [String])
    /// There are too many names to look at.
    case patternTooWide(pattern: String, limit: Int)
    /// A list of what is to be left out has more lines, or longer ones, than are taken.
    case listTooLong(path: String)
    /// The zip could not be built, for a reason of the system's.
    case notWritten(path: String, reason: String)
    /// The finished zip could not be written to this file.
    case notSaved(path: String, reason: String)
    case zipTooLarge(path: String, bytes: Int, limit: Int, largest: [SizedFile])
    case unpackedTooLarge(path: String, bytes: Int, limit: Int, largest: [SizedFile])
    case unfitDirectory(path: String, DirectoryFault)
    case unfitZip(path: String, ZipFault)
}

/// What keeps a directory from becoming a package.
package enum DirectoryFault: Equatable, Sendable {
    case notADirectory
    /// - Parameter isAnythingLeftOut: Whether it is empty by what was excluded.
    case empty(isAnythingLeftOut: Bool)
    case unfitEntries([UnfitEntry])
    case tooManyEntries(limit: Int)
    /// Links are followed to more directories.
    case tooManyLinks(limit: Int)
}

/// Something in a directory that has no place in a package.
package struct UnfitEntry: Equatable, Sendable {
    package enum Why: Equatable, Sendable {
        case nameIsNotUTF8
        /// A pipe, a socket, a device.
        case notAFile
        /// - Parameter end: Where the chain of links ends, if the target is a link itself.
        case linkLeavesDirectory(target: String, end: String?)
        /// - Parameter isLeftOut: Whether something is there on the disk, which is kept out of the package.
        case linkLeadsNowhere(target: String, end: String?, isLeftOut: Bool)
        case linkRunsInCircles(target: String)
    }

    /// Relative to the directory.
    package let path: String
    package let why: Why

    package init(path: String, why: Why) {
        self.path = path
        self.why = why
    }
}

/// What keeps a file from being a package.
package enum ZipFault: Equatable, Sendable {
    case isADirectory
    case notAFile
    case notAZip(FileContent)
    /// It begins as a zip, but its end is not there.
    case cutOff
    case damaged(entry: String?, reason: String)
    case encrypted(entry: String)
    case unsafeName(entry: String)
    case empty
}
