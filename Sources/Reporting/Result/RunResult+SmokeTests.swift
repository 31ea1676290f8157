import AWSCore
import Deployment

extension RunResult {
    /// Each time that a test was run: its name, what it tested, what came of it, and how long it took.
    var smokeTestRows: [[Wording]] {
        var rows: [[Wording]] = []
        var open: [Wording]?
        for entry in entries {
            switch entry.fact {
            case .smokeTestBegan(let name, let qualifier):
                if let open { rows.append(open) }
                open = [testName(name), place(qualifier), "without a result", ""]
            case .smokeTestEnded(let run):
                rows.append([testName(run.name), place(run.qualifier), .ours(run.status), "\(run.took)"])
                open = nil
            default: break
            }
        }
        return rows + [open].compactMap(\.self)
    }
}

private func testName(_ name: String?) -> Wording { name.map(Wording.supplied) ?? "smoke test" }
