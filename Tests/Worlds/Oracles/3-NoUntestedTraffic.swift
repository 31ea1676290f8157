import ControlPlaneSimulator
import Deployment
import Engine

extension Evidence {
    /// Where we let traffic go that must not go there, and versions that were published before they were tested.
    var untestedTraffic: [String] {
        ownAliasMoves.flatMap(faultsOf) + untestedVersions + wrongRollbacks + overtakings + unheededAlarms + handedOver
            + unwarmed
    }

    private func faultsOf(_ move: History.Revision) -> [String] {
        guard let alias = move.alias?.withoutWarmUp else { return ["the alias was deleted"] }
        if isPutBack(alias, before: move) { return [] }
        if isClearedForCodeDeploy(alias, move) { return [] }
        if !alias.weights.isEmpty { return faults(ofSharing: alias, move) }
        let target = "version \(alias.functionVersion)"
        guard let version = version(alias.functionVersion) else {
            return ["the alias points at \(target), which is not there"]
        }
        var wrong = wanted.deviations(of: version).map {
            "the alias points at \(target), which is not as planned: \($0)"
        }
        if move.aliasedState != "Active", !isSaidToBeAsleep {
            wrong.append("the alias points at \(target), which is \(move.aliasedState ?? "?")")
        }
        if !wanted.tests.isEmpty, !isTested(version, asItself: wanted.tests.areOfVersions, before: move.at) {
            wrong.append("the alias points at \(target), untested")
        }
        return wrong + hurry(move, to: alias.functionVersion, share: 1)
    }

    /// Who may not call a version cannot wake it, and says so.
    private var isSaidToBeAsleep: Bool {
        facts.contains { if case .versionNotWoken = $0 { true } else { false } }
    }

    /// Where it pointed before, weights and all.
    func isPutBack(_ alias: ControlPlane.Alias, before move: History.Revision) -> Bool {
        let earlier = history.revisions.filter {
            $0.resource == move.resource && $0.at <= move.at && $0.author != author
        }
        let standing =
            earlier.compactMap(\.alias) + [bench.plane.function("demo")?.aliases[alias.name]].compactMap(\.self)
        let alias = alias.withoutWarmUp
        return standing.map(\.withoutWarmUp).contains {
            $0.functionVersion == alias.functionVersion
                && ($0.weights == alias.weights || isOwnShift($0) && alias.weights.isEmpty)
        }
    }

    private var untestedVersions: [String] {
        guard !wanted.tests.isEmpty, wanted.tests.areOfLatest else { return [] }
        return ownVersions.filter { published in
            published.content.map { !isTested($0, asItself: false, before: published.at) } ?? true
        }.map { "\($0.resource) was published untested" }
    }
}
