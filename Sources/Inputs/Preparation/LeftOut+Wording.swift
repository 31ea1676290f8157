import Packaging

extension [LeftOut] {
    /// How many files were left out by which line; it goes on where the directory's input ends.
    var told: String {
        let most = 8
        let lines = prefix(most).map { "\($0.counted) by \($0.line.shortened) (\($0.source.name))" }
        let others = dropFirst(most).reduce(into: LeftOut.nothing) { $0.add($1) }
        return "is packaged without "
            + (lines + (count > most ? ["\(others.counted) by \(count - most) more lines"] : [])).joined(
                separator: ", ")
    }
}

extension LeftOut {
    fileprivate static let nothing = LeftOut(line: "", source: .always)

    fileprivate var counted: String {
        let counts = [(directories, "folder"), (files, "file")].filter { $0.0 > 0 }
        return counts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: " and ")
    }
}

extension LeftOut.Source {
    fileprivate var name: String {
        switch self {
        case .always: "by default"
        case .list: ".lambdaignore"
        case .input: "exclude"
        }
    }
}

extension String {
    fileprivate var shortened: String {
        count <= 60 ? self : "\(prefix(60))..."
    }
}
