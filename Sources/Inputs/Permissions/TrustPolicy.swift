import AWSCore
import AWSServices

/// What has to stand in a role for GitHub's jobs to assume it, with no key that could be lost.
/// Source: https://docs.github.com/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
package struct TrustPolicy: Sendable, Equatable {
    let partition: String
    let account: String
    /// Who signs the tokens, without `https://`: the name that AWS gives the provider.
    let issuer: String
    let audience: String
    /// What the tokens may say that they are for.
    let subjects: [String]

    package init(partition: String, account: String, issuer: String, audience: String, subjects: [String]) {
        self.partition = partition
        self.account = account
        self.issuer = issuer
        self.audience = audience
        self.subjects = subjects
    }

    package var text: String {
        let provider = JSONValue.string("arn:\(partition):iam::\(account):oidc-provider/\(issuer)").text
        let subjects = subjects.map { "            \(JSONValue.string($0).text)" }.joined(separator: ",\n")
        return """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Principal": {"Federated": \(provider)},
                  "Action": "sts:AssumeRoleWithWebIdentity",
                  "Condition": {
                    "StringEquals": {
                      \(key("aud")): \(JSONValue.string(audience).text),
                      \(key("sub")): [
            \(subjects)
                      ]
                    }
                  }
                }
              ]
            }
            """
    }

    private func key(_ claim: String) -> String { JSONValue.string("\(issuer):\(claim)").text }
}
