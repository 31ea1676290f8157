import ControlPlaneSimulator
import Deployment

/// All that decides how an undisturbed run ends: what is asked for, and what it finds. Of two that begin alike the second
/// ends as the first, whatever led to it, so it need not be played.
package struct Beginning: Hashable, Sendable {
    private let kind: Kind
    private let circumstances: [Circumstance]
    private let inputs: [String: String]
    private let variables: [String: String]
    private let isCalm: Bool
    private let function: FunctionAsFound?
    private let alarms: [String: String]
    private let deployments: [String]

    init(_ bench: Bench, of world: World, isCalm: Bool) {
        kind = world.kind
        circumstances = world.circumstances
        inputs = bench.inputs
        variables = bench.variables
        self.isCalm = isCalm
        function = bench.plane.function("demo").map(FunctionAsFound.init)
        alarms = bench.plane.alarms.mapValues(\.state)
        deployments = bench.plane.deployments.values.map { "\($0.group) \($0.status)" }.sorted()
    }
}

/// Without authors, times and revisions, of which each run sees others.
private struct FunctionAsFound: Hashable {
    private let versions: [VersionAsFound]
    private let aliases: [String: AliasAsFound]
    private let tags: [String: String]
    private let provisioned: Set<String>
    private let served: String
    private let lastNumber: Int
    private let changedSincePublished: Bool

    init(_ function: ControlPlane.Function) {
        versions = ([function.latest] + function.versions).map(VersionAsFound.init)
        aliases = function.aliases.mapValues(AliasAsFound.init)
        tags = function.tags
        provisioned = Set(function.provisioned.map { "\($0.key) \($0.value.status.value)" })
        served = function.servedCodeSha256
        lastNumber = function.lastNumber
        changedSincePublished = function.changedSincePublished
    }
}

private struct VersionAsFound: Hashable {
    private let name: String
    private let code: ControlPlane.Code
    private let members: [String: JSON]
    private let state: ControlPlane.Status
    private let lastUpdate: ControlPlane.Status?

    init(_ version: ControlPlane.Version) {
        name = version.name
        code = version.code
        members = version.members
        state = version.state
        lastUpdate = version.lastUpdate
    }
}

private struct AliasAsFound: Hashable {
    private let functionVersion: String
    private let description: String
    private let weights: [String: Double]

    init(_ alias: ControlPlane.Alias) {
        functionVersion = alias.functionVersion
        description = alias.description
        weights = alias.weights
    }
}
