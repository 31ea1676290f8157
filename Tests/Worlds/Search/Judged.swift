import ControlPlaneSimulator

/// A world that was played, and what came of it.
package struct Judged: Sendable {
    package let world: World
    package let violations: [Violation]
    /// What was sent.
    package let calls: [SentRequest]
    /// The promises that could have been broken.
    package let stakes: [Promise]
    /// What the program saw and did; see ``Evidence/course``.
    package let course: Int
}

extension World {
    /// Plays the world and asks every oracle; then deploys once more, with nothing in the way.
    /// - Parameter isNew: whether a beginning was not seen before. What comes of one that was has been seen as well.
    package func judged(_ benches: Benches, isNew: (Beginning) -> Bool) async -> Judged {
        let evidences = await play(benches)
        var hasher = Hasher()
        hasher.combine(kind)
        hasher.combine(circumstances)
        for evidence in evidences { hasher.combine(evidence.course) }
        let course = hasher.finalize()
        var violations = evidences.flatMap(\.violations) + unfinished(evidences)
        if let next = nextBench(after: evidences) {
            let isCalm = isUndisturbed && evidences.allSatisfy { $0.isSuccess && !$0.mayHavePrunedTooLittle }
            if isNew(Beginning(next, of: self, isCalm: isCalm)) { violations += await aftermath(next, isCalm: isCalm) }
        }
        if evidences.count > 1 { violations += serialViolations(evidences) }
        return Judged(
            world: self, violations: violations, calls: evidences[0].run.world.sent,
            stakes: Promise.allCases.filter { promise in evidences.contains(where: promise.isAtStake) }, course: course)
    }
}

extension Evidence {
    /// What the program saw and did, without times and without what it never heard of: retries are no part of it, and
    /// looks that show the same are one. Two worlds with the same course are twins.
    var course: [String] {
        var course: [String] = []
        for request in history.requests where request.isTelling {
            let seen = request.arrived ? request.sight : "unheard"
            let line = "\(request.author) \(request.method) \(request.path) \(request.guardedBy ?? "") \(seen)"
            if line != course.last { course.append(line) }
        }
        return course + ["\(run.exitCode)"]
    }
}

extension History.Request {
    fileprivate var isTelling: Bool {
        (arrived && status != 429 && status < 500) || wrote
    }

    fileprivate var sight: String {
        let latest = shown.map { "\($0.revisionId ?? "") \($0.state ?? "") \($0.lastUpdateStatus ?? "")" } ?? ""
        let alias = alias.map { "\($0.revisionId) \($0.functionVersion) \($0.weights)" } ?? ""
        return "\(status) \(latest) \(alias)"
    }
}
