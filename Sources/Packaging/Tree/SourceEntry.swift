/// A file, link or directory of a source tree.
struct SourceEntry: Equatable {
    enum Kind: Equatable {
        case directory
        case file(size: Int, isExecutable: Bool)
        case link(target: String)

        var size: Int {
            switch self {
            case .directory: 0
            case .file(let size, _): size
            case .link(let target): target.utf8.count
            }
        }
    }

    /// In the package, with slashes.
    let path: String
    let kind: Kind
    /// Where it lies on this machine.
    let place: String
}
