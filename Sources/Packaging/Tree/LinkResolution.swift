/// The links of a tree that would not lead to a file of the package once Lambda has unpacked it.
///
/// Links are packaged as links (`zip -y`), because virtual environments, node_modules/.bin and versioned libraries
/// are made of them. They are resolved here over the entries, not on this machine's disk: only what is in the package
/// will be there when the function runs.
func unfitLinks(among entries: [SourceEntry]) -> [UnfitEntry] {
    let tree = LinkResolution(entries)
    return entries.compactMap { entry in
        guard case .link(let target) = entry.kind, let why = tree.fault(ofLinkAt: entry.path, to: target) else {
            return nil
        }
        return UnfitEntry(path: entry.path, why: why)
    }
}

private struct LinkResolution {
    /// As Linux: https://man7.org/linux/man-pages/man7/path_resolution.7.html
    private static let mostLinks = 40

    /// By the bytes of the path, since Swift holds different bytes of one text for equal and a disk does not.
    private let kinds: [[UInt8]: SourceEntry.Kind]

    init(_ entries: [SourceEntry]) {
        let pairs = entries.map { (Array($0.path.utf8), $0.kind) }
        kinds = Dictionary(pairs) { first, _ in first }
    }

    func fault(ofLinkAt path: String, to target: String) -> UnfitEntry.Why? {
        var place = path.split(separator: "/").dropLast().map(String.init)
        var ahead: [String] = []
        var next: String? = target
        for _ in 0...Self.mostLinks {
            guard let link = next else { return nil }
            if link.hasPrefix("/") { return .linkLeavesDirectory(target: target) }
            ahead = link.split(separator: "/").map(String.init) + ahead
            switch walk(&place, &ahead) {
            case .arrived: return nil
            case .outside: return .linkLeavesDirectory(target: target)
            case .nowhere: return .linkLeadsNowhere(target: target)
            case .link(let further): next = further
            }
        }
        return .linkRunsInCircles(target: target)
    }

    private enum Step {
        case arrived, outside, nowhere
        case link(target: String)
    }

    /// Goes on from `place` until the next link, taking the names it passes from `ahead`.
    private func walk(_ place: inout [String], _ ahead: inout [String]) -> Step {
        while let name = ahead.first {
            ahead.removeFirst()
            switch name {
            case ".": continue
            case "..":
                if place.popLast() == nil { return .outside }
            default:
                place.append(name)
                switch kinds[Array(place.joined(separator: "/").utf8)] {
                case .directory: continue
                case .file: return ahead.isEmpty ? .arrived : .nowhere
                case .link(let target):
                    place.removeLast()
                    return .link(target: target)
                case nil: return .nowhere
                }
            }
        }
        return .arrived
    }
}
