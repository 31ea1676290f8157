/// What one line has kept out of a package.
package struct LeftOut: Sendable, Equatable {
    package enum Source: Sendable, Equatable {
        /// It always does.
        case always
        /// The directory's own list, `.lambdaignore`.
        case list
        /// The input `exclude`.
        case input
    }

    /// As it was written.
    package let line: String
    package let source: Source
    /// Files, and whatever else is no directory.
    package var files = 0
    /// Directories, which were not looked into.
    package var directories = 0

    package init(line: String, source: Source) {
        self.line = line
        self.source = source
    }

    package mutating func add(_ other: LeftOut) {
        files += other.files
        directories += other.directories
    }

    mutating func add(isDirectory: Bool) {
        if isDirectory { directories += 1 } else { files += 1 }
    }
}
