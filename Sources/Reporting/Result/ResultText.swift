import AWSCore

/// What came of a run, in full, for a script in a terminal: there is no workflow that would read the outputs.
enum ResultText {
    /// One object, in which what is empty is left out.
    static func json(_ outputs: [OutputName: String], _ policies: [(name: String, policy: String)]) -> String {
        var members: [String: JSONValue] = [:]
        for (name, value) in outputs where !value.isEmpty && name != .summary {
            members[name.rawValue] = name.isStructured ? JSONValue(parsing: Array(value.utf8)) : .string(value)
        }
        for (name, policy) in policies {
            let policy = JSONValue(parsing: Array(policy.utf8)) ?? .string(policy)
            members["policies"] = .array(
                (members["policies"]?.array ?? []) + [.object(["for": .string(name), "policy": policy])])
        }
        return JSONValue.object(members).text
    }

    /// A line for each output; policies as they are stored.
    static func lines(_ outputs: [OutputName: String], _ policies: [(name: String, policy: String)]) -> String {
        let lines = OutputName.allCases.compactMap { name in
            guard let value = outputs[name], !value.isEmpty, name != .summary else { return nil as String? }
            return "\(name.rawValue): \(value)"
        }
        return (lines + policies.map(\.policy)).joined(separator: "\n")
    }
}

extension OutputName {
    /// Whether its text is JSON: true or false, a number, a list.
    fileprivate var isStructured: Bool {
        switch self {
        case .changed, .codeChanged, .configurationChanged, .conflicts, .durationSeconds, .plan, .packageBytes: true
        case .version, .functionArn, .versionArn, .aliasArn, .previousVersion, .codeSha256, .revisionId,
            .codedeployDeploymentId, .codedeployLink, .outcome, .packageFile, .packageSha256, .dryRun, .summary,
            .consoleLink:
            false
        }
    }
}
