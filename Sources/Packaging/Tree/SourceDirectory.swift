/// A directory that is to be packaged, and how.
package struct SourceDirectory: Sendable, Equatable {
    package enum Links: String, Sendable, CaseIterable {
        /// They are packaged as links.
        case keep
        /// In the place of a link that would lead to nothing in the package, what it leads to here is packaged.
        case follow
    }

    package let path: String
    /// What is left out, and brought back, beside what the directory's own list says.
    package let exclude: IgnoreList
    package let links: Links

    package init(path: String, exclude: IgnoreList, links: Links) {
        self.path = path
        self.exclude = exclude
        self.links = links
    }
}
