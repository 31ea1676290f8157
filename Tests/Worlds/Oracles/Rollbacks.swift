import ControlPlaneSimulator
import Deployment
import Engine
import LockstepAction

// Going back and giving way, as parts of promise 3: where traffic must not go.
extension Evidence {
    /// A rollback that goes elsewhere than to the version before, takes away what a rival has deployed, or changes more.
    var wrongRollbacks: [String] {
        guard wanted.isRollback else { return [] }
        let changes = run.writes.filter { $0 != .updateAlias && $0 != .invoke }.map { "a rollback sent \($0.rawValue)" }
        return changes + ownAliasMoves.flatMap(faultsOf)
    }

    private func faultsOf(_ move: History.Revision) -> [String] {
        guard let alias = move.alias, let seen = firstSeenAlias else {
            return ["an alias was moved that nobody looked at"]
        }
        if isPutBack(alias, before: move) { return [] }
        var wrong: [String] = []
        if !mayGoBack(from: seen, to: alias.functionVersion) {
            wrong.append("the alias went back from version \(seen) to \(alias.functionVersion)")
        }
        if let left = before(move)?.alias.functionVersion, left != seen, bench.inputs["rollback-to"] == nil {
            wrong.append("version \(left) was rolled back, and not \(seen)")
        }
        return wrong
    }

    private var firstSeenAlias: String? {
        requests.first { $0.operation == .getAlias && $0.arrived && $0.alias != nil }?.alias?.functionVersion
    }

    /// 2 was deployed over 1, and 3 over 2. What is newer is a rival's, who records nothing.
    private func mayGoBack(from seen: String, to version: String) -> Bool {
        if let asked = bench.inputs["rollback-to"] { return version == asked }
        guard let before = Int(seen), let target = Int(version) else { return false }
        return before <= 3 ? target == before - 1 : target < before && target >= 3
    }

    /// An alias that was moved away from what a newer run of the workflow had released.
    var overtakings: [String] {
        guard let ours = WorkflowRun(bench.variables) else { return [] }
        return ownAliasMoves.filter { !isPutBack($0.alias, before: $0) }.compactMap { move in
            guard let left = before(move)?.alias, left.isAsRecorded,
                let run = ReleaseRecord(in: left.description)?.run, run.isNewer(than: ours)
            else { return nil }
            return "version \(left.functionVersion) of the newer run \(run.number) was replaced"
        }
    }

    private func isPutBack(_ alias: ControlPlane.Alias?, before move: History.Revision) -> Bool {
        alias.map { isPutBack($0, before: move) } ?? false
    }
}

extension ControlPlane.Alias {
    /// What is recorded is of the version that it points to: nobody has moved it since without a record.
    var isAsRecorded: Bool { ReleaseRecord(in: description)?.version?.description == functionVersion }
}
