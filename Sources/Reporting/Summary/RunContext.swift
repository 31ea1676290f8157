import AWSCore

/// What GitHub says of the run, as far as a summary leads there.
/// Source: https://docs.github.com/actions/reference/workflows-and-actions/variables
package struct RunContext: Sendable {
    /// Seconds since 1970.
    let startedAt: Double
    /// In full.
    let commit: String?
    /// `https://github.com/owner/name`
    private let repository: String?
    let isPullRequest: Bool

    package init(_ environment: [String: String], startedAt: Double) {
        self.startedAt = startedAt
        commit = environment["GITHUB_SHA"].given.flatMap { isCommit($0[...]) ? $0 : nil }
        isPullRequest = environment["GITHUB_EVENT_NAME"].given?.hasPrefix("pull_request") == true
        repository = environment["GITHUB_REPOSITORY"].given.flatMap { name in
            guard let server = environment["GITHUB_SERVER_URL"].given, server.hasPrefix("https://") else { return nil }
            return "\(server)/\(name)"
        }
    }

    /// `nil`: nobody knows the repository.
    func address(ofCommit commit: String) -> String? {
        repository.map { "\($0)/commit/\(commit)" }
    }
}

/// Whether it is a commit's name, or the beginning of one.
func isCommit(_ text: Substring) -> Bool {
    (7...40).contains(text.utf8.count) && text.allSatisfy { "0123456789abcdef".contains($0) }
}
