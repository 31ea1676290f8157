import ControlPlaneSimulator

/// Several clients at once end as if they had run in some order, one after the other.
extension World {
    func serialViolations(_ evidences: [Evidence]) -> [Violation] {
        guard evidences.allSatisfy(\.isSuccess), rivals.isEmpty, let function = evidences[0].plane.function("demo")
        else { return [] }
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
}
