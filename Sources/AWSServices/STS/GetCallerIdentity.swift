import AWSCore
import XML

/// Whose credentials they are.
package struct CallerIdentity: Sendable, Equatable {
    package let account: String
    /// `arn:aws:sts::123456789012:assumed-role/deploy/run`
    package let arn: String

    package init(account: String, arn: String) {
        self.account = account
        self.arn = arn
    }
}

extension STS {
    /// It needs no permission, and no policy can forbid it.
    /// Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
    package func getCallerIdentity(
        within budget: Duration, mostTries: Int
    ) async throws(AWSFailure) -> CallerIdentity {
        var call = Self.call("GetCallerIdentity", [])
        call.mostTries = mostTries
        return try await client.send(call, within: budget, read: CallerIdentity.init(answer:))
    }
}

extension CallerIdentity {
    fileprivate init(answer: HTTPResponse) throws(UnreadableAnswer) {
        let result = XMLElement(parsing: answer.body)?.children.first { $0.name == "GetCallerIdentityResult" }
        guard let account = result?["Account"], let arn = result?["Arn"] else {
            throw UnreadableAnswer(reason: "the answer names no caller")
        }
        self.init(account: account, arn: arn)
    }
}
