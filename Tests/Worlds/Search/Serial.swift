import ControlPlaneSimulator

/// Several clients at once end as if they had run in some order, one after the other.
extension World {
    func serialViolations(_ evidences: [Evidence]) -> [Violation] {
        guard evidences.allSatisfy(\.isSuccess), rivals.isEmpty, let function = evidences[0].plane.function("demo")
        else { return [] }
        if evidences.contains(where: { $0.wanted.isRollback || $0.wanted.isDryRun }) { return [] }
        if evidences.contains(where: { $0.bench.runNumber != nil }) { return overtakings(evidences, function) }
        var violations: [Violation] = []
        func violate(_ what: String) {
            violations.append(Violation(promise: .noMixedVersions, what: what))
        }
        let winners = evidences.filter { $0.wanted.deviations(of: function.latest).isEmpty }
        if winners.count != 1 { violate("$LATEST is as \(winners.count) of the clients planned, not as one") }
        // Whoever does not wait for CodeDeploy does not see the alias arrive.
        if let winner = winners.first, winner.wanted.alias != nil, kind != .codeDeployLeft {
            let aliased = function.version(function.aliases["live"]?.functionVersion)
            if !winner.wanted.deviations(of: aliased).isEmpty { violate("the alias serves another client's version") }
        }
        // Variables are merged, so whoever came first is still there.
        let standing = function.latest.members["Environment"]?["Variables"]?.object ?? [:]
        for evidence in evidences {
            for (name, value) in evidence.wanted.variables where standing[name] != value {
                violate("\(evidence.author)'s variable \(name) is lost")
            }
        }
        return violations
    }

    /// Of several runs of one workflow the newest is live in the end, whichever was the slowest.
    private func overtakings(_ evidences: [Evidence], _ function: ControlPlane.Function) -> [Violation] {
        let newest = evidences.max { ($0.bench.runNumber ?? 0) < ($1.bench.runNumber ?? 0) }
        let live = function.version(function.aliases["live"]?.functionVersion)
        guard let newest, circumstances.allSatisfy({ $0 != .superseded }) else { return [] }
        return newest.wanted.deviations(of: live).map {
            Violation(promise: .noUntestedTraffic, what: "an older run is live in the end: \($0)")
        }
    }
}
