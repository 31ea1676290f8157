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

    package init(world: World, bench: Bench, run: Run, plane: ControlPlane) {
        self.world = world
        self.bench = bench
        self.run = run
        self.plane = plane
        wanted = Wanted(bench)
    }
}

// Who did what.
extension Evidence {
    var history: History { plane.history }
    var author: String { run.author }
    var isSuccess: Bool { run.exitCode == 0 }
    var facts: [Fact] { run.entries.map(\.fact) }

    /// This run's requests that AWS received.
    var requests: [History.Request] { history.requests.filter { $0.author == author } }

    var ownRevisions: [History.Revision] { history.revisions.filter { $0.author == author } }

    var ownVersions: [History.Revision] { history.published("demo").filter { $0.author == author } }

    var ownAliasMoves: [History.Revision] { ownRevisions.filter { $0.resource == .alias("live") } }

    func isSomebodyElses(_ author: String) -> Bool {
        author != self.author && author != "aws" && author != "before" && author != "codedeploy"
    }

    /// Somebody else changed something.
    var isTouched: Bool { history.revisions.contains { isSomebodyElses($0.author) } }

    /// Reads that lag behind cannot be told from the truth.
    var isStale: Bool {
        world.faults.contains { $0.fault == .staleRevision || $0.fault == .staleSeconds }
    }

    /// The content that `$LATEST` had at a revision.
    func content(at revision: String?) -> ControlPlane.Version? {
        if let before = bench.plane.function("demo")?.latest, before.revisionId == revision { return before }
        return history.revisions.first { $0.resource == .latest && $0.revisionId == revision }?.content
    }

    /// As it is, or as it was before it was deleted.
    func version(_ name: String?) -> ControlPlane.Version? {
        let versions = (plane.function("demo")?.versions ?? []) + history.deletions.flatMap(\.from.versions)
        return versions.first { $0.name == name }
    }

    /// The digest of the package was not known, so nobody could tell whose code it was that was found after a lost answer,
    /// and the journal says so.
    var isCodeSaidToBeUnknown: Bool {
        facts.contains { if case .foundOtherCode = $0 { true } else { false } }
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

/// What the inputs ask for, as the control plane is to show it.
package struct Wanted: Sendable {
    /// `nil`: by its digest the code cannot be known beforehand.
    let codeSha256: String?
    let imageUri: String?
    let memory: JSON
    let variables: [String: JSON]
    let tags: [String: JSON]
    let isSnapStarted: Bool
    let alias: String?
    let tests: WantedTests
    /// What stands is to be served again, and nothing is to be changed.
    let isRollback: Bool
    let shift: [WantedStep]
    /// The members that are asked for, by AWS's names.
    let members: Set<String>

    init(_ bench: Bench) {
        let inputs = bench.inputs
        imageUri = inputs["image-uri"]
        codeSha256 = imageUri == nil ? Fixture.digest(of: inputs["zip-file"] ?? Fixture.zip) : nil
        memory = .integer(inputs["memory-size"].flatMap { Int($0) } ?? 0)
        variables = Self.members(inputs["environment"])
        tags = Self.members(inputs["tags"])
        isSnapStarted = inputs["snap-start"] != nil
        alias = inputs["alias"]
        tests = WantedTests(inputs)
        isRollback = inputs["mode"] == "rollback"
        shift = WantedStep.steps(inputs["traffic"] ?? "")
        let names = [
            "role": "Role", "handler": "Handler", "runtime": "Runtime", "memory-size": "MemorySize",
            "snap-start": "SnapStart",
        ]
        members = Set(names.filter { inputs[$0.key] != nil }.values)
    }

    private static func members(_ input: String?) -> [String: JSON] {
        (try? JSON(parsing: Array((input ?? "{}").utf8)))?.object ?? [:]  // the bench's own inputs are JSON
    }

    /// What is not as it was asked for.
    func deviations(of version: ControlPlane.Version?) -> [String] {
        guard let version else { return ["nothing there"] }
        if isRollback { return [] }
        return (isWanted(version.code) ? [] : ["code"]) + configurationDeviations(of: version)
    }

    func isWanted(_ code: ControlPlane.Code) -> Bool {
        imageUri.map { $0 == code.imageUri } ?? (code.sha256 == codeSha256)
    }

    func configurationDeviations(of version: ControlPlane.Version) -> [String] {
        var deviations: [String] = []
        if version.members["MemorySize"] != memory { deviations.append("MemorySize") }
        let standing = version.members["Environment"]?["Variables"]?.object ?? [:]
        for (name, value) in variables where standing[name] != value { deviations.append("Environment.\(name)") }
        if isSnapStarted, version.members["SnapStart"]?["ApplyOn"] != "PublishedVersions" {
            deviations.append("SnapStart")
        }
        return deviations
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

    func isSame(as other: ControlPlane.Version) -> Bool {
        code.sha256 == other.code.sha256 && settings == other.settings
    }
}
