import Deployment

extension RunResult {
    /// Each time that a test was run: its name, what it tested, what came of it, and how long it took.
    var smokeTestRows: [[String]] {
        var rows: [[String]] = []
        var open: [String]?
        for entry in entries {
            switch entry.fact {
            case .smokeTestBegan(let name, let qualifier):
                if let open { rows.append(open) }
                open = [name ?? "smoke test", place(qualifier), "without a result", ""]
            case .smokeTestEnded(let run):
                rows.append([run.name ?? "smoke test", place(run.qualifier), run.status, run.took.wording])
                open = nil
            default: break
            }
        }
        return rows + [open].compactMap(\.self)
    }
}
