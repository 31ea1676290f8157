import ControlPlaneSimulator
import Deployment

/// All that a run can be judged by: what was asked for, what the control plane went through, what the run wrote into its
/// journal, how it ended, and what it showed.
package struct Evidence: Sendable {
    package let world: World
    package let bench: Bench
    package let run: Run
    /// The control plane when everybody had ended.
    package let plane: ControlPlane
    package let wanted: Wanted
    let facts: [Fact]
    /// This run's requests that AWS received.
    let requests: [History.Request]

    package init(world: World, bench: Bench, run: Run, plane: ControlPlane) {
        self.world = world
        self.bench = bench
        self.run = run
        self.plane = plane
        wanted = Wanted(bench)
        facts = run.entries.map(\.fact)
        requests = plane.history.requests.filter { $0.author == run.author }
    }
}

// Who did what.
extension Evidence {
    var history: History { plane.history }
    var author: String { run.author }
    var isSuccess: Bool { run.exitCode == 0 }
    var ownRevisions: [History.Revision] { history.revisions.filter { $0.author == author } }

    var ownVersions: [History.Revision] { history.published("demo").filter { $0.author == author } }

    var ownAliasMoves: [History.Revision] { ownRevisions.filter { $0.resource == .alias("live") } }

    func isSomebodyElses(_ author: String) -> Bool {
        author != self.author && author != "aws" && author != "before" && author != "codedeploy"
    }

    /// Somebody else changed something.
    var isTouched: Bool { history.revisions.contains { isSomebodyElses($0.author) } }

    /// This run's writes to S3 that were carried out.
    var uploads: [History.Request] { requests.filter(\.isUpload) }

    /// Somebody else wrote to S3, or took something away there, up to then.
    func isObjectTouched(until time: Duration) -> Bool {
        world.rivals.contains(where: \.move.isInS3)
            || history.requests.contains { isSomebodyElses($0.author) && $0.isUpload && $0.at <= time }
    }

    /// Reads that lag behind cannot be told from the truth.
    var isStale: Bool {
        world.faults.contains { $0.fault == .staleRevision || $0.fault == .staleSeconds }
    }

    /// The content that `$LATEST` had at a revision.
    func content(at revision: String?) -> ControlPlane.Version? {
        if let before = bench.plane.function("demo")?.latest, before.revisionId == revision { return before }
        return history.revisions.first { $0.resource == .latest && $0.revisionId == revision }?.content
    }

    /// As it is, or as it was before it was deleted; `$LATEST.PUBLISHED`, which others publish anew, as this run left it.
    func version(_ name: String?) -> ControlPlane.Version? {
        let isLatest = name == ControlPlane.latestPublished
        if isLatest, let own = ownVersions.last(where: { $0.content?.name == name })?.content { return own }
        let standing =
            plane.function("demo").map { $0.versions + [$0.latestPublished?.version].compactMap(\.self) } ?? []
        let versions = standing + history.deletions.flatMap(\.from.versions)
        return versions.first { $0.name == name }
    }

    /// The digest of the package was not known, so nobody could tell whose code it was that was found after a lost answer,
    /// and the journal says so.
    var isCodeSaidToBeUnknown: Bool {
        facts.contains { if case .engine(.foundOtherCode) = $0 { true } else { false } }
    }

    /// Members that the run took for AWS's own, which it says.
    var takenForAWSs: Set<String> {
        facts.reduce(into: []) { names, fact in
            if case .engine(.takenForAWSs(let differences)) = fact { names.formUnion(differences.map(\.name)) }
        }
    }

    /// When this run started over, in the world's time.
    var startsOver: [Duration] {
        run.entries.compactMap { entry in
            if case .startingOver = entry.fact { run.began + entry.at } else { nil }
        }
    }

    /// Which attempt of the run a moment belongs to, from 0.
    func attempt(at time: Duration) -> Int { startsOver.count { $0 <= time } }
}

extension History.Request {
    /// Something was written to S3, and be it a part that is of no use yet.
    package var isUpload: Bool {
        operation?.isUpload == true && status < 300
    }
}

extension ControlPlane.Version {
    /// What it runs with; its description is its own.
    var settings: [String: JSON] {
        var settings = members
        settings["Description"] = nil
        // AWS adds to what was given when the snapshot is ready.
        settings["SnapStart"] = settings["SnapStart"]?["ApplyOn"]
        return settings
    }

    func isSame(as other: ControlPlane.Version) -> Bool { isSame(as: other, but: []) }

    func isSame(as other: ControlPlane.Version, but names: Set<String>) -> Bool {
        code.sha256 == other.code.sha256 && settings.without(names) == other.settings.without(names)
    }
}

extension [String: JSON] {
    /// Without these members, and those within members (`EphemeralStorage.Novelty`).
    func without(_ names: Set<String>) -> [String: JSON] {
        var left = filter { !names.contains($0.key) }
        for path in names.map({ $0.split(separator: ".").map(String.init) }) where path.count == 2 {
            guard case .object(var members)? = left[path[0]] else { continue }
            members[path[1]] = nil
            left[path[0]] = .object(members)
        }
        return left
    }
}
