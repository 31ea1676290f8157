/// Where credentials come from, as often as new ones are needed.
protocol CredentialsOrigin: Sendable {
    func fetch(within budget: Duration) async throws(IdentityFailure) -> TimedCredentials
}
