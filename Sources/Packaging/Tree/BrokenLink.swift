/// A link that would not lead to a file of the package once Lambda has unpacked it.
///
/// Links are packaged as links (`zip -y`), because virtual environments, node_modules/.bin and versioned libraries
/// are made of them. They are resolved here over the entries, not on this machine's disk: only what is in the package
/// will be there when the function runs.
struct BrokenLink: Equatable {
    enum End: Equatable {
        /// A place that is not in the package.
        case outside(String)
        /// A path in the package at which nothing is.
        case nowhere(String)
        case circle
    }

    let path: String
    let target: String
    /// The last of the links that it leads through, or itself: the one that leads astray.
    let culprit: String
    let end: End
}

extension BrokenLink {
    /// As ``LinkResolution/init(_:below:isThere:)``.
    static func all(
        among entries: [SourceEntry], below top: String, isThere: @escaping (_ path: String) -> Bool
    ) -> [BrokenLink] {
        guard entries.contains(where: \.isLink) else { return [] }
        let resolution = LinkResolution(entries, below: top, isThere: isThere)
        return entries.compactMap { entry in
            guard case .link(let target) = entry.kind else { return nil }
            return resolution.fault(ofLinkAt: entry.path, to: target)
        }
    }
}

extension SourceEntry {
    var isLink: Bool {
        if case .link = kind { true } else { false }
    }
}
