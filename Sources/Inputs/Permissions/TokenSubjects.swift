import AWSCore
import AWSServices
import Identity

/// What the token of this job would say that it is for, as far as GitHub's variables tell.
///
/// Repositories that were made, renamed or moved since July 2026 send the IDs of owner and repository along, others do not;
/// GitHub Enterprise Server never does. Only a token tells which it is.
/// Source: https://docs.github.com/actions/reference/security/oidc
package struct TokenSubjects: Equatable {
    /// `token.actions.githubusercontent.com`
    package let issuer: String
    package let audience: String
    package let subjects: [String]
    /// Whether a workflow's variables told it; else names stand in for those that nobody gave.
    let isOfWorkflow: Bool
    /// Whether a token told it.
    let isOfToken: Bool

    /// `nil`: they do not tell it.
    package init?(claims: [Claim]) {
        func claim(_ name: String) -> String? { claims.first { $0.name == name }?.value }
        guard let issuer = claim("iss"), let audience = claim("aud"), let subject = claim("sub") else { return nil }
        self.issuer = issuer.hasPrefix("https://") ? String(issuer.dropFirst("https://".count)) : issuer
        self.audience = audience
        subjects = [subject]
        isOfWorkflow = true
        isOfToken = true
    }

    init(_ environment: [String: String], audience: String) {
        let repository = environment["GITHUB_REPOSITORY"].given
        let host = environment["GITHUB_SERVER_URL"].given?.split(separator: "/").last.map(String.init) ?? "github.com"
        isOfWorkflow = repository != nil
        isOfToken = false
        self.audience = audience
        issuer = Self.issuer(host)
        let end = Self.end(environment)
        let names = (repository ?? "OWNER/REPOSITORY").split(separator: "/", maxSplits: 1)
        let ids = [environment["GITHUB_REPOSITORY_OWNER_ID"].given, environment["GITHUB_REPOSITORY_ID"].given]
        let plain = "repo:\(names.joined(separator: "/")):\(end)"
        guard Self.isOfGitHub(host) else {
            subjects = [plain]
            return
        }
        let placeholders = ["OWNER_ID", "REPOSITORY_ID"]
        let named = zip(names, zip(ids, placeholders)).map { name, id in "\(name)@\(id.0 ?? id.1)" }
        subjects = [plain, "repo:\(named.joined(separator: "/")):\(end)"]
    }

    /// What tells a branch, a tag or an environment from others.
    var end: String { String((subjects.first ?? "").split(separator: ":", maxSplits: 2).last ?? "") }

    /// Whoever may open a pull request has a job like that.
    var isOfPullRequests: Bool { end == "pull_request" }

    /// Whom a policy with the first of them lets in.
    package var admitted: Wording {
        if isOfPullRequests {
            return "this run, and every pull request of the repository: give it to a role that only plans"
        }
        return end.hasPrefix("environment:")
            ? "this run, and every branch that may deploy to its environment" : "this run, and no other branch or tag"
    }

    /// The job's environment, which no variable tells, would come before all of these.
    private static func end(_ environment: [String: String]) -> String {
        if environment["GITHUB_EVENT_NAME"] == "pull_request" { return "pull_request" }
        return "ref:\(environment["GITHUB_REF"].given ?? "refs/heads/main")"
    }

    private static func issuer(_ host: String) -> String {
        if host == "github.com" { return "token.actions.githubusercontent.com" }
        return isOfGitHub(host) ? "token.actions.\(host)" : "\(host)/_services/token"
    }

    /// Which is no server of somebody's own.
    private static func isOfGitHub(_ host: String) -> Bool { host == "github.com" || host.hasSuffix(".ghe.com") }
}
