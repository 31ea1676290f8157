import ControlPlaneSimulator
import Deployment
import LockstepAction

extension Evidence {
    /// Rivals that were blamed though there was none, or for what they did not do, and such as we did not give way to. (One
    /// that there was, and that nobody noticed, is a blind write.)
    var confusedRivals: [String] {
        inventedRivals + inventedConflicts + unnamedRivals + repeatedWarnings + movedOver + takenForNothing
            + unheededMoves + silentlyOverruled
    }

    private var inventedRivals: [String] {
        run.entries.flatMap { entry -> [String] in
            guard case .rivalFound(let rival) = entry.fact else { return [] }
            let touched = touched(until: run.began + entry.at)
            if touched.isEmpty { return ["a rival was blamed, and there was none"] }
            // A stale look at the beginning of a later attempt shows what we have changed ourselves since.
            if isStale, !startsOver.isEmpty { return [] }
            return rival.differences.filter { difference in
                // What AWS moves with a rival's update is told with it.
                !difference.name.hasSuffix(ControlPlane.OwnMember.name)
                    && !(difference.name.hasPrefix("s3://") && isObjectTouched(until: run.began + entry.at))
                    && !touched.contains { difference.name == $0 || difference.name.hasPrefix($0 + ".") }
            }.map { "a rival was blamed for \($0.name)" }
        }
    }

    private var inventedConflicts: [String] {
        let isAlone =
            !history.requests.contains { isSomebodyElses($0.author) && $0.wrote }
            && !isObjectTouched(until: run.ended)
        // A run that ends while it looks what came of its own lost write may count that as a conflict.
        let isInDoubt = !isSuccess && facts.contains { if case .engine(.answerLost) = $0 { true } else { false } }
        guard run.output(.conflicts) != "0", isAlone, !isDisturbedByAWS, !isInDoubt else { return [] }
        return ["\(run.output(.conflicts) ?? "no") conflicts, and there was nobody"]
    }

    /// Writes that were attempted while an update was in progress are refused, whoever's update it is.
    private var isDisturbedByAWS: Bool {
        !Set(world.circumstances).isDisjoint(with: [.attempt, .busy, .updateNeverEnds])
    }

    /// That AWS moves something by itself is worth one warning.
    private var repeatedWarnings: [String] {
        let warnings = run.warnings.filter { $0.contains("title=demo%3A AWS changed something by itself") }
        return Set(warnings).count < warnings.count ? ["a warning of AWS's own member is repeated"] : []
    }

    private var unnamedRivals: [String] {
        let isBlamed = run.errors.contains { $0.contains("title=demo%3A someone else changed the function") }
        guard isBlamed,
            !run.errors.contains(where: { $0.contains(" -> ") || $0.contains("they created it") })
        else { return [] }
        return ["a rival is blamed, and nobody says what for"]
    }

    /// What the run found that somebody had set, then set otherwise, and did not warn of.
    private var silentlyOverruled: [String] {
        guard isSuccess else { return [] }
        let found = run.entries.flatMap { entry -> [(name: String, at: Duration)] in
            guard case .rivalFound(let rival) = entry.fact else { return [] }
            return rival.differences.map { ($0.name, run.began + entry.at) }
        }
        return found.filter { rival in
            isOverwritten(rival.name, after: rival.at)
                && !run.warnings.contains { $0.contains("overwritten") && $0.contains(rival.name) }
        }.map { "somebody's \($0.name) was overwritten, and nothing is said of it" }
    }

    private func isOverwritten(_ name: String, after time: Duration) -> Bool {
        let states = history.revisions.filter { $0.resource == .latest && $0.content != nil }
        var setter = "nobody"
        for (before, after) in zip(states, states.dropFirst())
        where before.content?.value(of: name) != after.content?.value(of: name) {
            if after.author == author, after.at > time, isSomebodyElses(setter) { return true }
            setter = after.author
        }
        return false
    }

    /// What others changed, by the names that differences have.
    private func touched(until time: Duration) -> Set<String> {
        var touched: Set<String> = []
        // What Lambda then takes from there is theirs.
        if isObjectTouched(until: time) { touched.insert("CodeSha256") }
        var content = bench.plane.function("demo")?.latest
        for revision in history.revisions where revision.at <= time {
            let isElses = isSomebodyElses(revision.author)
            // CodeDeploy may be at work for another client.
            let isForElse = revision.author == "codedeploy" && world.clients > 1
            if isForElse { touched.insert("Deployment of group orders") }
            if case .alias(let name) = revision.resource, isElses || isForElse { touched.insert("Alias \(name)") }
            guard revision.resource == .latest, let next = revision.content else { continue }
            if isElses {
                // Tags are no update: they leave the status as it is.
                if next.lastUpdate?.value == "InProgress" { touched.insert("LastUpdateStatus") }
                let names = Set(next.members.keys).union(content?.members.keys ?? [:].keys)
                touched.formUnion(names.filter { next.members[$0] != content?.members[$0] })
                if next.code != content?.code { touched.formUnion(["CodeSha256", "ImageUri", "Architectures"]) }
                if content == nil {
                    touched.formUnion(["Role", "Handler", "Runtime", "MemorySize", "Timeout", "Environment"])
                }
            }
            content = next
        }
        return touched
    }
}

extension ControlPlane.Version {
    /// By the name that a difference has: `MemorySize`, `Environment.TOKEN`.
    fileprivate func value(of name: String) -> String {
        if name == "CodeSha256" { return code.sha256 }
        let path = name.split(separator: ".", maxSplits: 1).map(String.init)
        var value = members[path[0]]
        if path[0] == "Environment", path.count > 1 { value = value?["Variables"] }
        if path.count > 1 { value = value?[path[1]] }
        return "\(value.map { "\($0)" } ?? "not set")"
    }
}
