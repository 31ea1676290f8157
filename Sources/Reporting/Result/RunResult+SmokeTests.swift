import AWSCore
import Deployment

/// A test that was run, as it is listed.
struct SmokeTestRow {
    let name: String?
    let qualifier: String
    let status: String
    let isPassed: Bool
    /// `nil`: it did not end.
    let took: String?
    /// The run has started over since.
    var isBeforeConflict = false
}

extension RunResult {
    /// Each time that a test was run.
    var smokeTestRows: [SmokeTestRow] {
        var rows: [SmokeTestRow] = []
        var open: SmokeTestRow?
        for entry in entries {
            switch entry.fact {
            case .smokeTestBegan(let name, let qualifier):
                if let open { rows.append(open) }
                open = SmokeTestRow(
                    name: name, qualifier: qualifier, status: "without a result", isPassed: false, took: nil)
            case .smokeTestEnded(let run):
                rows.append(
                    SmokeTestRow(
                        name: run.name, qualifier: run.qualifier, status: run.status,
                        isPassed: run.failure == nil, took: run.took.brief))
                open = nil
            case .startingOver:
                for index in rows.indices { rows[index].isBeforeConflict = true }
            default: break
            }
        }
        return rows + [open].compactMap(\.self)
    }
}

extension Duration {
    /// `45 ms`, `1.2 s`.
    var brief: String { self < .seconds(1) ? "\(Int((inSeconds * 1000).rounded())) ms" : wording }
}
