import AWSCore
import AWSServices

/// A profile that says which role to assume, and by what: another profile, or something that is there by itself.
/// Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html
struct ProfileRole: ChainStep {
    let surroundings: Surroundings
    let profiles: Profiles
    let profile: String
    let wire: IdentityWire

    var name: String { "profile \(profile), role_arn" }

    func look() async throws(IdentityFailure) -> ChainLook {
        guard let found = profiles[profile], found.isRole else {
            return .absent(reason: "it has none")
        }
        return .found(try await assume(found, visited: [profile]))
    }

    /// - Parameter visited: each profile is a source once, so that this ends.
    private func assume(
        _ profile: Profile, visited: [String]
    ) async throws(IdentityFailure) -> any CredentialsSource {
        guard let arn = profile["role_arn"] else { throw broken("profile \(profile.name) has no role_arn") }
        if profile["mfa_serial"] != nil {
            throw broken("profile \(profile.name) has mfa_serial, and nobody can be asked for a code here")
        }
        let (base, step) = try await base(of: profile, visited)
        let role = RoleRequest(
            arn: arn, sessionName: profile["role_session_name"] ?? SessionName.standard(surroundings.environment),
            seconds: profile["duration_seconds"].flatMap { Int($0) })
        return try await wire.renewed(
            RoleByCredentials(
                role: role, externalID: profile["external_id"], base: base, baseStep: step, wire: wire))
    }

    private func base(
        of profile: Profile, _ visited: [String]
    ) async throws(IdentityFailure) -> (any CredentialsSource, String) {
        switch (profile["source_profile"], profile["credential_source"]) {
        case (nil, nil): throw broken("profile \(profile.name) has neither source_profile nor credential_source")
        case (_?, _?): throw broken("profile \(profile.name) has both source_profile and credential_source")
        case (nil, let source?): return try await first([try named(source)], of: source)
        case (let source?, nil): return try await base(sourceProfile: source, of: profile, visited)
        }
    }

    /// A profile may be its own source, where it has keys.
    private func base(
        sourceProfile name: String, of profile: Profile, _ visited: [String]
    ) async throws(IdentityFailure) -> (any CredentialsSource, String) {
        guard let source = profiles[name] else { throw broken("there is no profile \(name), its source_profile") }
        let isOwnSource = name == profile.name && source.hasKeys
        guard isOwnSource || !visited.contains(name) else { throw broken("source_profile leads in a circle") }
        if source.isRole, !source.hasKeys {
            return (try await assume(source, visited: visited + [name]), "profile \(name), role_arn")
        }
        let steps = CredentialsChain.ofProfile(name, surroundings, profiles, wire, usesEnvironment: false)
        return try await first(steps, of: "source_profile \(name)")
    }

    private func named(_ source: String) throws(IdentityFailure) -> any ChainStep {
        switch source {
        case "Environment": EnvironmentKeys(environment: surroundings.environment)
        case "EcsContainer": ContainerCredentials(surroundings: surroundings, wire: wire)
        case "Ec2InstanceMetadata": InstanceCredentials(surroundings: surroundings, wire: wire)
        default: throw broken("credential_source has to be Environment, EcsContainer or Ec2InstanceMetadata")
        }
    }

    private func first(
        _ steps: [any ChainStep], of source: String
    ) async throws(IdentityFailure) -> (any CredentialsSource, String) {
        var reasons: [String] = []
        for step in steps {
            switch try await step.look() {
            case .found(let source): return (source, step.name)
            case .absent(let reason): reasons.append("\(step.name): \(reason)")
            }
        }
        throw broken("\(source) has no credentials (\(reasons.joined(separator: "; ")))")
    }

    private func broken(_ reason: String) -> IdentityFailure { .notToBeHad(step: name, reason: reason) }
}
