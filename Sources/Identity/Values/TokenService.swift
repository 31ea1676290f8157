import AWSCore

/// Where a job with `id-token: write` gets tokens that say which workflow it is.
/// Source: https://docs.github.com/actions/reference/security/oidc
package struct TokenService: Sendable, Equatable {
    /// Its query is begun already.
    let url: String
    let bearer: Secret

    /// `nil`: the job has no such right, or this is no job.
    package init?(_ environment: [String: String]) {
        guard let url = environment["ACTIONS_ID_TOKEN_REQUEST_URL"].given,
            let bearer = environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"].given
        else { return nil }
        self.url = url
        self.bearer = Secret(bearer)
    }

    func address(audience: String) -> String {
        "\(url)\(url.contains("?") ? "&" : "?")audience=\(pathSegment(audience))"
    }
}
