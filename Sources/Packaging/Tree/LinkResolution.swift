/// Where the links of a tree lead in the package.
struct LinkResolution {
    /// By the bytes of the path, since Swift holds different bytes of one text for equal and a disk does not.
    private let kinds: [[UInt8]: SourceEntry.Kind]
    private let depthOfTop: Int
    private let isThere: (_ path: String) -> Bool

    /// - Parameters:
    ///   - top: The directory out of which no link may lead: empty, or a path in the package.
    ///   - isThere: What counts as there although it is not in the package, of whole paths.
    init(_ entries: [SourceEntry], below top: String, isThere: @escaping (_ path: String) -> Bool) {
        let pairs = entries.map { (Array($0.path.utf8), $0.kind) }
        kinds = Dictionary(pairs) { first, _ in first }
        depthOfTop = top.split(separator: "/").count
        self.isThere = isThere
    }

    /// A name that is still to be passed, and the link that has it in its target.
    private struct Name {
        let text: String
        let link: String
    }

    /// - Returns: nil for a link that leads to something.
    func fault(ofLinkAt path: String, to target: String) -> BrokenLink? {
        var place = path.split(separator: "/").dropLast().map(String.init)
        var ahead: ArraySlice<Name> = []
        var next = (link: path, target: target)
        func broken(_ end: BrokenLink.End, by culprit: String) -> BrokenLink {
            BrokenLink(path: path, target: target, culprit: culprit, end: end)
        }
        for _ in 0...LinkChain.mostLinks {
            if next.target.hasPrefix("/") {
                let end = ([next.target] + ahead.map(\.text)).joined(separator: "/")
                return isThere(end) ? nil : broken(.outside(end), by: next.link)
            }
            ahead = next.target.split(separator: "/").map { Name(text: String($0), link: next.link) } + ahead
            switch walk(&place, &ahead) {
            case .arrived: return nil
            case .outside(let name): return broken(.outside(Self.path([".."], ahead)), by: name.link)
            case .nowhere(let name): return broken(.nowhere(Self.path(place, ahead)), by: name.link)
            case .link(let link, let target): next = (link, target)
            }
        }
        return broken(.circle, by: path)
    }

    private static func path(_ place: [String], _ ahead: ArraySlice<Name>) -> String {
        (place + ahead.map(\.text)).joined(separator: "/")
    }

    private enum Step {
        case arrived
        case outside(Name)
        case nowhere(Name)
        case link(String, target: String)
    }

    /// Goes on from `place` until the next link, taking the names it passes from `ahead`.
    private func walk(_ place: inout [String], _ ahead: inout ArraySlice<Name>) -> Step {
        while let name = ahead.popFirst() {
            switch name.text {
            case ".": continue
            case "..":
                guard place.count > depthOfTop else { return .outside(name) }
                place.removeLast()
            default:
                place.append(name.text)
                let path = place.joined(separator: "/")
                switch kinds[Array(path.utf8)] {
                case .directory: continue
                case .file:
                    if let next = ahead.first { return .nowhere(next) }
                case .link(let target):
                    place.removeLast()
                    return .link(path, target: target)
                case nil: return .nowhere(name)
                }
            }
        }
        return .arrived
    }
}
