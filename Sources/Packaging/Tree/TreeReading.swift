/// Reads a directory and, where links are followed, what they lead to; keeps what is unfit and what was left out.
struct TreeReading {
    private let directory: SourceDirectory
    private let exclusion: Exclusion
    private(set) var unfit: [UnfitEntry] = []
    /// For each of the exclusion's rules what it left out.
    private(set) var leftOut: [LeftOut]
    /// How many entries there are so far.
    private var count = 0
    /// How many links have been followed to directories.
    private var followed = 0
    /// Links that lead to each other's directories multiply what they lead to, and few functions have so many.
    private static let mostFollowed = 2_000

    init(_ directory: SourceDirectory, _ exclusion: Exclusion) {
        self.directory = directory
        self.exclusion = exclusion
        leftOut = exclusion.nothingLeftOut
    }

    /// - Returns: In any order.
    mutating func entries() throws(PackagingFailure) -> [SourceEntry] {
        try entries(of: directory.path, at: "", within: [FileStatus(of: directory.path).identity])
    }

    /// - Parameters:
    ///   - root: A directory of this machine.
    ///   - path: Where in the package it is.
    ///   - chain: The directory and those whose links have led to it.
    private mutating func entries(
        of root: String, at path: String, within chain: [FileStatus.Identity]
    ) throws(PackagingFailure) -> [SourceEntry] {
        var scan = TreeScan(root: root, path: path, exclusion: exclusion)
        guard try scan.run(atMost: TreeScan.mostEntries - count) else {
            throw .unfitDirectory(path: directory.path, .tooManyEntries(limit: TreeScan.mostEntries))
        }
        count += scan.entries.count
        unfit += scan.unfit
        for rule in leftOut.indices { leftOut[rule].add(scan.leftOut[rule]) }
        switch directory.links {
        case .keep:
            unfit += BrokenLink.all(among: scan.entries, below: path, isThere: directory.links.allow).map(unfitLink)
            return scan.entries
        case .follow: return try followed(scan.entries, below: path, within: chain)
        }
    }

    /// The entries without a link that leads nowhere: in its place is what it leads to on this machine. Links that lead
    /// through it then stay links, so of a chain only the last is followed, and the others are looked at again.
    private mutating func followed(
        _ entries: [SourceEntry], below path: String, within chain: [FileStatus.Identity]
    ) throws(PackagingFailure) -> [SourceEntry] {
        var entries = entries
        // With each turn there are fewer links that lead astray, and none leads through more than so many.
        for _ in 0...LinkChain.mostLinks {
            let broken = BrokenLink.all(among: entries, below: path, isThere: directory.links.allow)
            guard !broken.isEmpty else { return entries }
            let culprits = Set(broken.map { Array($0.culprit.utf8) })
            var next: [SourceEntry] = []
            for entry in entries {
                next += culprits.contains(Array(entry.path.utf8)) ? try replacement(of: entry, within: chain) : [entry]
            }
            entries = next
        }
        unfit += BrokenLink.all(among: entries, below: path, isThere: directory.links.allow).map(unfitLink)
        return entries
    }

    private mutating func replacement(
        of link: SourceEntry, within chain: [FileStatus.Identity]
    ) throws(PackagingFailure) -> [SourceEntry] {
        guard case .link(let target) = link.kind else { return [link] }
        guard let end = LinkChain(from: link.place)?.end else {
            return refuse(link, .linkRunsInCircles(target: target))
        }
        let status: FileStatus
        do throws(PackagingFailure) {
            status = try FileStatus(ofLinkOrFile: end)
        } catch {
            guard case .missing = error else { throw error }
            return refuse(
                link, .linkLeadsNowhere(target: target, end: end == target ? nil : end, isLeftOut: false))
        }
        switch status.kind {
        case .file:
            let kind = SourceEntry.Kind.file(size: status.size, isExecutable: status.isExecutable)
            return [SourceEntry(path: link.path, kind: kind, place: end)]
        case .directory:
            if let rule = exclusion.rule(leavingOut: Array(link.path.utf8), isDirectory: true) {
                leftOut[rule].add(isDirectory: true)
                return []
            }
            guard !chain.contains(status.identity), chain.count <= LinkChain.mostLinks else {
                return refuse(link, .linkRunsInCircles(target: target))
            }
            return try directory(at: end, inPlaceOf: link, within: chain + [status.identity])
        case .link, .pipe, .socket, .device: return refuse(link, .notAFile)
        }
    }

    private mutating func directory(
        at place: String, inPlaceOf link: SourceEntry, within chain: [FileStatus.Identity]
    ) throws(PackagingFailure) -> [SourceEntry] {
        followed += 1
        guard followed <= Self.mostFollowed else {
            throw .unfitDirectory(path: directory.path, .tooManyLinks(limit: Self.mostFollowed))
        }
        let root = SourceEntry(path: link.path, kind: .directory, place: place)
        return try [root] + entries(of: place, at: link.path, within: chain)
    }

    private mutating func refuse(_ link: SourceEntry, _ why: UnfitEntry.Why) -> [SourceEntry] {
        unfit.append(UnfitEntry(path: link.path, why: why))
        return []
    }

    private func unfitLink(_ link: BrokenLink) -> UnfitEntry {
        let why: UnfitEntry.Why =
            switch link.end {
            case .outside(let end): .linkLeavesDirectory(target: link.target, end: link.isChain ? end : nil)
            case .nowhere(let end):
                .linkLeadsNowhere(
                    target: link.target, end: link.isChain ? end : nil,
                    isLeftOut: exclusion.leavesOut(end, as: [true, false]))
            case .circle: .linkRunsInCircles(target: link.target)
            }
        return UnfitEntry(path: link.path, why: why)
    }
}

extension BrokenLink {
    fileprivate var isChain: Bool { culprit != path }
}
