import AWSCore
import Deployment
import GitHubActions

extension Summary {
    /// A line where there is nothing to look up, else a table.
    var smokeTests: String? {
        let runs = result.smokeTestRows
        guard let first = runs.first else { return nil }
        if runs.count == 1, first.isPassed {
            let name: Wording = first.name.map { "Smoke test \(supplied: $0)" } ?? "The smoke test"
            return "✅ " + text("\(name) \(ours: first.status) on \(place(first.qualifier)) (\(ours: first.took ?? ""))")
        }
        let rows = runs.map { run in
            [
                run.isPassed ? "✅" : "❌", cell(run.name.map(Wording.supplied) ?? "smoke test", of: 3),
                text(place(run.qualifier)),
                run.status + (run.isBeforeConflict ? ", before the conflict" : ""), run.took ?? "",
            ]
        }
        return Markdown.table([["", "Smoke test", "of", "result", "after"]] + rows)
    }
}
