/// A directory that is to be packaged, and how.
package struct SourceDirectory: Sendable, Equatable {
    package let path: String
    /// What is left out, and brought back, beside what the directory's own list says.
    package let exclude: IgnoreList

    package init(path: String, exclude: IgnoreList) {
        self.path = path
        self.exclude = exclude
    }
}
