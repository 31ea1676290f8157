/// What makes links that no package can hold, each with a cure of its own.
enum LinkMaker: CaseIterable {
    case pnpm, commands, npm, venv, nix, bazel

    var cure: String {
        switch self {
        case .pnpm:
            "pnpm's links lead to a store: pnpm deploy --filter NAME DIRECTORY makes a directory that needs none."
        case .commands: "A function needs no commands of packages: exclude node_modules/.bin/."
        case .npm:
            "Packages of the same repository are copied, not linked, by npm install --install-links (or by pnpm deploy)."
        case .venv:
            "A virtual environment's interpreter is of no use on Lambda: exclude its bin/, or use pip install --target."
        case .nix: "What Nix has built is a link to its store: copy it in a step before (cp -rL result dist)."
        case .bazel:
            "What Bazel has built is a link to its cache: copy it in a step before (cp -rL bazel-bin/NAME dist)."
        }
    }

    /// Why nothing is where a link leads, as far as the path tells.
    static func elsewhere(_ end: String) -> String {
        let maker = [LinkMaker.nix, .bazel].first { $0.hasMade(path: "", leadingTo: end) }
        return "In a workflow only the workspace is there, not the rest of the machine. "
            + (maker?.cure ?? "Copy what the link leads to in a step before, by cp -rL.")
    }

    fileprivate func hasMade(path: String, leadingTo end: String) -> Bool {
        let names = path.split(separator: "/")
        switch self {
        case .pnpm: return (names + end.split(separator: "/")).contains(".pnpm")
        case .commands: return names.dropLast().suffix(2) == ["node_modules", ".bin"]
        case .npm: return names.contains("node_modules")
        case .venv: return names.dropLast().last == "bin" && names.last?.hasPrefix("python") == true
        case .nix: return end.hasPrefix("/nix/store/")
        case .bazel: return ["/bazel-out/", "/execroot/", "/.cache/bazel/"].contains(where: end.contains)
        }
    }
}

extension [UnfitEntry] {
    /// What to do about the links among them, each cure once.
    var cures: String {
        let links = compactMap { entry in entry.why.end.map { (entry.path, $0) } }
        guard !links.isEmpty else { return "" }
        let makers = links.compactMap { path, end in
            LinkMaker.allCases.first { $0.hasMade(path: path, leadingTo: end) }
        }
        let own = LinkMaker.allCases.filter(makers.contains).map { " \($0.cure)" }
        let isAnyOutside = contains { if case .linkLeavesDirectory = $0.why { true } else { false } }
        let follow = isAnyOutside ? " With links: follow, what they lead to is packaged." : ""
        return own.joined() + follow + " exclude leaves them out."
    }
}

extension UnfitEntry.Why {
    /// Where a link leads in the end; nil for what is no link.
    fileprivate var end: String? {
        switch self {
        case .nameIsNotUTF8, .notAFile: nil
        case .linkLeavesDirectory(let target, let end), .linkLeadsNowhere(let target, let end, _): end ?? target
        case .linkRunsInCircles(let target): target
        }
    }
}
