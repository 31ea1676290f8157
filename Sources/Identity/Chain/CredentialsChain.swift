import AWSCore

/// The places where credentials may be, in the order in which AWS's own tools look there: botocore's, which a test holds.
/// Source: https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
struct CredentialsChain: Sendable {
    let surroundings: Surroundings
    let wire: IdentityWire

    /// The first that has any. Where the environment has keys, no file is read and nobody is asked.
    /// - Parameter role: what they are for, where it is not for themselves.
    func find(for role: PlannedRole?) async throws(IdentityFailure) -> (source: any CredentialsSource, step: String) {
        var absences: [Absence] = []
        let keys = EnvironmentKeys(environment: surroundings.environment)
        switch try keys.look() {
        case .found(let source): return (source, keys.name)
        case .absent(let reason): absences.append(Absence(step: keys.name, reason: reason))
        }
        for step in try steps {
            switch try await step.look() {
            case .found(let source): return (source, step.name)
            case .absent(let reason): absences.append(Absence(step: step.name, reason: reason))
            }
        }
        throw .nothingFound(absences, role: role)
    }

    /// After the environment's own keys.
    private var steps: [any ChainStep] {
        get throws(IdentityFailure) {
            let profiles = Profiles(surroundings)
            let profile = profiles.chosen
            guard !profiles.isNamed || profiles[profile] != nil else {
                throw .notToBeHad(step: "AWS_PROFILE", reason: profiles.absence)
            }
            guard profiles[profile] != nil else { return withoutProfile(profiles) }
            return [ProfileRole(surroundings: surroundings, profiles: profiles, profile: profile, wire: wire)]
                + Self.ofProfile(profile, surroundings, profiles, wire, usesEnvironment: true) + [
                    ContainerCredentials(surroundings: surroundings, wire: wire),
                    InstanceCredentials(surroundings: surroundings, wire: wire),
                ]
        }
    }

    /// The profile that everybody has need not be there, and is missed just once.
    private func withoutProfile(_ profiles: Profiles) -> [any ChainStep] {
        [
            MissingProfile(profiles: profiles),
            WebIdentityFile(
                surroundings: surroundings, profiles: profiles, profile: profiles.chosen, usesEnvironment: true,
                wire: wire),
            ContainerCredentials(surroundings: surroundings, wire: wire),
            InstanceCredentials(surroundings: surroundings, wire: wire),
        ]
    }

    /// What a profile may have besides a role.
    static func ofProfile(
        _ profile: String, _ surroundings: Surroundings, _ profiles: Profiles, _ wire: IdentityWire,
        usesEnvironment: Bool
    ) -> [any ChainStep] {
        [
            WebIdentityFile(
                surroundings: surroundings, profiles: profiles, profile: profile, usesEnvironment: usesEnvironment,
                wire: wire),
            SignedInProfile(
                kind: .identityCenter, surroundings: surroundings, profiles: profiles, profile: profile, wire: wire),
            ProfileKeys(file: .credentials, profiles: profiles, profile: profile, wire: wire),
            SignedInProfile(
                kind: .console, surroundings: surroundings, profiles: profiles, profile: profile, wire: wire),
            CredentialProcess(surroundings: surroundings, profiles: profiles, profile: profile, wire: wire),
            ProfileKeys(file: .config, profiles: profiles, profile: profile, wire: wire),
        ]
    }
}

private struct MissingProfile: ChainStep {
    let profiles: Profiles

    var name: String { "profile \(profiles.chosen)" }

    func look() -> ChainLook { .absent(reason: profiles.absence) }
}
