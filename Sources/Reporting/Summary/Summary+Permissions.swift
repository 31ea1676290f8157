import GitHubActions
import Inputs

extension Summary {
    /// The policies, to be copied.
    var permissions: [String] {
        guard let listing else { return [] }
        let policies = listing.policies.map { title, policy in
            "**\(text(.ours(title)))**\n\n\(Markdown.block(policy, language: "json"))"
        }
        return policies + [listing.notes.map { "* \(text($0))" }.joined(separator: "\n")]
    }
}
