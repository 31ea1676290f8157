import AWSCore
import AWSServices

/// What AWS sets by itself in an answer, and what is looked at by itself as code: nobody's setting.
let notSettings: Set<String> = [
    // Identifiers, sizes, times and revisions.
    "FunctionName", "FunctionArn", "MasterArn", "Version", "RevisionId", "CodeSize", "LastModified", "ConfigSha256",
    // States and their reasons.
    "State", "StateReason", "StateReasonCode",
    "LastUpdateStatus", "LastUpdateStatusReason", "LastUpdateStatusReasonCode",
    // What comes of code signing and of runtime management.
    "SigningJobArn", "SigningProfileVersionArn", "RuntimeVersionConfig",
    // The code.
    "CodeSha256", "Architectures", "PackageType",
]

// AWS shows some members in another shape than it takes them; these bring both into the shape of the request, so that
// they can be compared.

extension ConfigurationMember {
    /// Whether AWS shows a member of this name that nobody can set.
    package static func isAWSsOwn(_ name: String) -> Bool { notSettings.contains(name) }

    /// All that somebody can set, as it stands, in its parts, normalised. What nobody here knows is somebody's setting, too.
    static func values(in configuration: FunctionConfiguration) -> [ConfigurationMember: JSONValue] {
        var values: [ConfigurationMember: JSONValue] = [:]
        for (name, shown) in configuration.members where !notSettings.contains(name) {
            for (part, value) in requested(name, shown).parts { values[part] = part.normalised(value) }
        }
        return values
    }

    /// The members that an answer shows by this name, as a request has them.
    private static func requested(_ name: String, _ shown: JSONValue) -> [ConfigurationMember: JSONValue] {
        switch name {
        case "Environment": requested(.environment, in: "Variables", of: shown, called: besideVariables)
        case "ImageConfigResponse": requested(.imageConfig, in: "ImageConfig", of: shown, called: name)
        default: [ConfigurationMember(rawValue: name): shown]
        }
    }

    /// A member that is shown within an object, beside an Error. What else is there, nobody knows.
    private static func requested(
        _ member: ConfigurationMember, in place: String, of shown: JSONValue, called name: String
    ) -> [ConfigurationMember: JSONValue] {
        var members = shown.object ?? [:]
        let value = members.removeValue(forKey: place)
        members["Error"] = nil
        var found = Dictionary(
            uniqueKeysWithValues: members.map { (ConfigurationMember(rawValue: "\(name).\($0)"), $1) })
        found[member] = value
        return found
    }

    /// By the name of AWS's type: as `Environment.NAME`, it would be a variable.
    private static let besideVariables = "EnvironmentResponse"

    /// It says something of the variables that nobody here knows.
    var isBesideVariables: Bool { rawValue.hasPrefix("\(Self.besideVariables).") }

    /// Whether `shown`, normalised, is what `given` asks for. Only what is given is compared: AWS fills in the rest of a
    /// member by itself.
    func isCovered(_ given: JSONValue, by shown: JSONValue?) -> Bool {
        guard self != .environment else { return normalised(given) == shown }
        return covers(given, normalised(given), by: shown)
    }

    /// The value without what AWS adds and what means "not set" to it, and with sets in one order.
    package func normalised(_ value: JSONValue) -> JSONValue? {
        switch self {
        case .environment: value.object.flatMap { $0.isEmpty ? nil : value }
        case .vpcConfig: withoutEmpties(network(value))
        case .snapStart: value["ApplyOn"] == .string("None") ? nil : withoutEmpties(value)
        case .tracingConfig: value == .object(["Mode": .string("PassThrough")]) ? nil : withoutEmpties(value)
        default: withoutEmpties(value)
        }
    }
}

/// - Parameter normal: what is given, normalised; `nil` where it means "not set".
private func covers(_ given: JSONValue, _ normal: JSONValue?, by shown: JSONValue?) -> Bool {
    switch (given, normal, shown) {
    case (.object(let wanted), _, _): wanted.allSatisfy { covers($0.value, normal?[$0.key], by: shown?[$0.key]) }
    case (.array, .array(let wanted), .array(let standing)):
        wanted.count == standing.count && zip(wanted, standing).allSatisfy { covers($0, $0, by: $1) }
    case (_, .integer(let wanted), .number(let standing)), (_, .number(let standing), .integer(let wanted)):
        Double(wanted) == standing
    default: normal == shown
    }
}

private func network(_ value: JSONValue) -> JSONValue {
    guard var settings = value.object else { return value }
    for name in ["SubnetIds", "SecurityGroupIds"] {
        settings[name] = settings[name]?.array.map { .array($0.sorted { ($0.string ?? "") < ($1.string ?? "") }) }
    }
    if settings["Ipv6AllowedForDualStack"] == .bool(false) { settings["Ipv6AllowedForDualStack"] = nil }
    return .object(settings)
}

private func withoutEmpties(_ value: JSONValue) -> JSONValue? {
    switch value {
    case .null, .string(""): return nil
    case .array(let elements):
        // An argument that is empty is one all the same.
        return elements.isEmpty ? nil : .array(elements.map { $0.object == nil ? $0 : withoutEmpties($0) ?? $0 })
    case .object(let members):
        let kept = members.compactMapValues(withoutEmpties)
        return kept.isEmpty ? nil : .object(kept)
    default: return value
    }
}
