import ControlPlaneSimulator
import Engine

/// What the inputs ask for, as the control plane is to show it.
package struct Wanted: Sendable {
    /// `nil`: by its digest the code cannot be known beforehand.
    let codeSha256: String?
    let imageUri: String?
    let memory: JSON
    let variables: [String: JSON]
    /// What else of the configuration is asked for by AWS's names.
    let others: [String: JSON]
    let tags: [String: JSON]
    let isSnapStarted: Bool
    let runtime: String?
    /// No layers are to be left.
    let hasNoLayers: Bool
    let alias: String?
    let tests: WantedSmokeTests
    /// What stands is to be served again, and nothing is to be changed.
    let isRollback: Bool
    /// Nothing is to be written.
    let isDryRun: Bool
    let shift: [WantedStep]
    /// The members that are asked for, by AWS's names.
    let members: Set<String>

    init(_ bench: Bench) {
        let inputs = bench.inputs
        imageUri = inputs["image-uri"]
        codeSha256 = imageUri == nil ? Fixture.digest(of: inputs["zip-file"] ?? Fixture.zip) : nil
        let configuration = Self.members(inputs["configuration"])
        memory = inputs["memory-size"].flatMap { Int($0) }.map(JSON.integer) ?? configuration["MemorySize"] ?? 0
        variables =
            inputs["environment"].map(Self.members) ?? configuration["Environment"]?["Variables"]?.object ?? [:]
        others = configuration.filter { !["MemorySize", "Environment"].contains($0.key) }
        tags = Self.members(inputs["tags"])
        isSnapStarted = inputs["snap-start"] != nil
        runtime = inputs["runtime"]
        hasNoLayers = inputs["layers"] == "[]"
        alias = inputs["alias"]
        tests = WantedSmokeTests(
            inputs, areOfVersions: isSnapStarted || bench.plane.function("demo")?.latest.isManaged == true)
        isRollback = inputs["mode"] == "rollback"
        isDryRun = inputs["dry-run"] == "true"
        shift = WantedStep.steps(inputs["traffic"] ?? "")
        let names = [
            "role": "Role", "handler": "Handler", "runtime": "Runtime", "memory-size": "MemorySize",
            "snap-start": "SnapStart", "layers": "Layers",
        ]
        members = Set(names.filter { inputs[$0.key] != nil }.values).union(configuration.keys)
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
        for (name, value) in others where version.members[name]?.asGiven != value { deviations.append(name) }
        let standing = version.members["Environment"]?["Variables"]?.object ?? [:]
        for (name, value) in variables where standing[name] != value { deviations.append("Environment.\(name)") }
        if isSnapStarted, version.members["SnapStart"]?["ApplyOn"] != "PublishedVersions" {
            deviations.append("SnapStart")
        }
        if let runtime, version.members["Runtime"] != .string(runtime) { deviations.append("Runtime") }
        if hasNoLayers, version.members["Layers"]?.array?.isEmpty == false { deviations.append("Layers") }
        return deviations
    }
}

extension JSON {
    /// Layers are given by their ARNs, and shown as objects.
    fileprivate var asGiven: JSON {
        array.map { .array($0.map { $0["CodeSize"] == nil ? $0 : $0["Arn"] ?? $0 }) } ?? self
    }
}
