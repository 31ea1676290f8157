import AWSCore
import AWSServices

/// What AWS sets by itself in an answer, and what is looked at by itself as code: nobody's setting.
private let notSettings: Set<String> = [
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

    /// All that somebody can set, as it stands, normalised. What nobody here knows is somebody's setting, too.
    static func values(in configuration: FunctionConfiguration) -> [ConfigurationMember: JSONValue] {
        var values: [ConfigurationMember: JSONValue] = [:]
        for (name, shown) in configuration.members where !notSettings.contains(name) {
            let (member, value) = requested(name, shown)
            values[member] = value.flatMap(member.normalised)
        }
        return values
    }

    /// The member that an answer shows by this name, and its value as a request has it.
    private static func requested(_ name: String, _ shown: JSONValue) -> (ConfigurationMember, JSONValue?) {
        switch name {
        case "Environment": (.environment, shown["Variables"])
        case "ImageConfigResponse": (.imageConfig, shown["ImageConfig"])
        default: (ConfigurationMember(rawValue: name), shown)
        }
    }

    /// Whether `shown`, normalised, is what `given` asks for. Only what is given is compared: AWS fills in the rest of a
    /// member by itself.
    package func isCovered(_ given: JSONValue, by shown: JSONValue?) -> Bool {
        guard self != .environment else { return normalised(given) == shown }
        return covers(given, normalised(given), by: shown)
    }

    /// The value without what means "not set" to AWS, and with sets in one order.
    private func normalised(_ value: JSONValue) -> JSONValue? {
        switch self {
        case .environment: value.object.flatMap { $0.isEmpty ? nil : value }
        case .layers: withoutEmpties(.array((value.array ?? []).map { $0["Arn"] ?? $0 }))
        case .vpcConfig: withoutEmpties(.object(networkSettings(value)))
        case .snapStart: value["ApplyOn"].flatMap { $0 == .string("None") ? nil : .object(["ApplyOn": $0]) }
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

private func networkSettings(_ value: JSONValue) -> [String: JSONValue] {
    var settings: [String: JSONValue] = [:]
    for name in ["SubnetIds", "SecurityGroupIds"] {
        settings[name] = value[name]?.array.map { .array($0.sorted { ($0.string ?? "") < ($1.string ?? "") }) }
    }
    settings["Ipv6AllowedForDualStack"] = value["Ipv6AllowedForDualStack"] == .bool(true) ? .bool(true) : nil
    return settings
}

private func withoutEmpties(_ value: JSONValue) -> JSONValue? {
    switch value {
    case .null, .string(""): return nil
    case .array(let elements):
        return elements.isEmpty ? nil : .array(elements.compactMap(withoutEmpties))
    case .object(let members):
        let kept = members.compactMapValues(withoutEmpties)
        return kept.isEmpty ? nil : .object(kept)
    default: return value
    }
}
