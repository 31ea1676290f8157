import AWSCore

/// The places where credentials may be, in the order in which AWS's own tools look there.
/// Source: https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
package struct CredentialsChain: Sendable {
    let steps: [any ChainStep]

    package init(environment: [String: String]) {
        steps = [EnvironmentKeys(environment: environment)]
    }

    /// The first that has any.
    /// - Parameter role: what they are for, where it is not for themselves.
    func find(for role: PlannedRole?) async throws(IdentityFailure) -> (source: any CredentialsSource, step: String) {
        var absences: [Absence] = []
        for step in steps {
            switch try await step.look() {
            case .found(let source): return (source, step.name)
            case .absent(let reason): absences.append(Absence(step: step.name, reason: reason))
            }
        }
        throw .nothingFound(absences, role: role)
    }
}
