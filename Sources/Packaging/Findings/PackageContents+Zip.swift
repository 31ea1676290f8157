extension PackageContents {
    /// What only a zip that somebody else made can have.
    var zipFindings: [Finding] {
        let findings: [Finding?] = [
            Names(paths: entries.filter { $0.path.utf8.contains(UInt8(ascii: "\\")) }).map(Finding.backslashes),
            duplicates.map(Finding.duplicates),
            Names(paths: entries.filter(\.isUnreadable)).map(Finding.unreadable),
            Names(paths: entries.filter { !PackageEntry.knownMethods.contains($0.method) }).map(
                Finding.otherCompression),
            outdatedBytecode > 0 ? .outdatedBytecode(count: outdatedBytecode) : nil,
        ]
        return findings.compactMap(\.self)
    }

    private var duplicates: Names? {
        var seen: [[UInt8]: Int] = [:]
        for entry in entries where entry.kind != .directory { seen[Array(entry.path.utf8), default: 0] += 1 }
        let repeated = seen.filter { $0.value > 1 }.keys.sorted { $0.lexicographicallyPrecedes($1) }
        return repeated.isEmpty ? nil : Names(repeated.map { String(decoding: $0, as: UTF8.self) })
    }

    /// Bytecode that names a time, where its source was given the first day of all zips.
    private var outdatedBytecode: Int {
        entries.reduce(0) { count, entry in
            guard case .datedBytecode(let time) = entry.glimpse, let name = BytecodeName(path: entry.path),
                case .file(let source) = find(name.source), source.isUndated, !Self.isFirstDay(time)
            else { return count }
            return count + 1
        }
    }

    /// 1980-01-01 in any time zone.
    private static func isFirstDay(_ time: UInt32) -> Bool {
        (315_446_400...315_705_600).contains(time)
    }
}

extension PackageEntry {
    /// https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-deployment.html (permission denied)
    fileprivate var isUnreadable: Bool {
        guard let permissions else { return false }
        return switch kind {
        case .file: permissions & 0o004 == 0
        case .directory: permissions & 0o005 != 0o005
        case .link: false
        }
    }
}
