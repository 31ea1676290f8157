import AWSCore
import AWSServices
import Engine

extension DeploymentPlan {
    /// What makes `seen` the `target`, and nothing else.
    /// - Parameter code: `nil` where it stands as it is to be.
    func restoring(_ target: Standing, over seen: Standing, code: PlannedCode?) -> DeploymentPlan {
        var plan = self
        plan.code = code
        plan.configuration = target.content.request(over: seen.content)
        plan.environment = target.content.variables(over: seen.content)
        plan.tags = (target.tags ?? [:]).filter { seen.tags?[$0.key] != $0.value }
        plan.creation = nil
        plan.requiredRevisionId = nil
        plan.smokeTests = nil
        plan.publication = nil
        plan.history.keepVersions = nil
        plan.waits.onTimeout = .fail
        return plan
    }
}

extension FunctionContent {
    /// Members of UpdateFunctionConfiguration that make `seen` this, each whole. Not the variables.
    fileprivate func request(over seen: FunctionContent) -> [ConfigurationMember: JSONValue] {
        let changed = Set(Difference.configurationDifferences(seen, self).map(\.nameOfMember))
        return changed.subtracting([.environment]).reduce(into: [:]) { request, member in
            request[member] = member.request(for: whole(member), over: seen.whole(member))
        }
    }

    /// `nil`: they stand so already.
    fileprivate func variables(over seen: FunctionContent) -> PlannedEnvironment? {
        let (wanted, standing) = (members[.environment], seen.members[.environment])
        guard wanted != standing else { return nil }
        let variables = (wanted?.object ?? [:]).compactMapValues(\.string).mapValues(Secret.init)
        return PlannedEnvironment(variables: variables, strategy: .replace)
    }

    /// A member with the parts of it that nobody here knows, as they stand.
    private func whole(_ member: ConfigurationMember) -> JSONValue? {
        members.filter { $0.key.rawValue.hasPrefix("\(member.rawValue).") }.reduce(members[member]) { whole, part in
            let path = part.key.rawValue.split(separator: ".").dropFirst().map(String.init)
            return whole.map { $0.setting(part.value, at: path[...]) }
                ?? JSONValue.object([:]).setting(part.value, at: path[...])
        }
    }
}

extension Difference {
    /// The member of the request that it is in.
    fileprivate var nameOfMember: ConfigurationMember {
        ConfigurationMember(rawValue: name.split(separator: ".").first.map(String.init) ?? name)
    }
}

extension ConfigurationMember {
    fileprivate func request(for wanted: JSONValue?, over standing: JSONValue?) -> JSONValue? {
        switch (self, wanted) {
        case (.snapStart, nil): .object(["ApplyOn": .string("None")])
        case (.tracingConfig, nil): .object(["Mode": .string("PassThrough")])
        // AWS drops the levels by itself with plain text, and takes none of no text.
        case ("LoggingConfig", _): wanted
        default: JSONValue.request(for: wanted, over: standing)
        }
    }
}

extension JSONValue {
    /// What stands and is not wanted is given as empty, which AWS takes for "not set". `nil`: a number cannot be empty.
    fileprivate static func request(for wanted: JSONValue?, over standing: JSONValue?) -> JSONValue? {
        switch (wanted, standing) {
        case (.object(let wanted)?, .object(let standing)?): request(for: wanted, over: standing)
        case (nil, .object(let standing)?): request(for: [:], over: standing)
        case (nil, .string?): .string("")
        case (nil, .array?): .array([])
        case (nil, .bool?): .bool(false)
        default: wanted
        }
    }

    private static func request(for wanted: [String: JSONValue], over standing: [String: JSONValue]) -> JSONValue {
        let names = Set(wanted.keys).union(standing.keys)
        return .object(
            names.reduce(into: [:]) { $0[$1] = request(for: wanted[$1], over: standing[$1]) })
    }

    /// Only within objects: what nobody knows of a list's elements is not put together again.
    fileprivate func setting(_ value: JSONValue, at path: ArraySlice<String>) -> JSONValue {
        guard let name = path.first else { return value }
        guard case .object(var members) = self else { return self }
        members[name] = (members[name] ?? .object([:])).setting(value, at: path.dropFirst())
        return .object(members)
    }
}
