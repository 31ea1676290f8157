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
    /// It needs no permission, and no policy can forbid it. It is asked just once.
    /// Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
    package func getCallerIdentity(within budget: Duration) async throws(AWSFailure) -> CallerIdentity {
        var call = AWSCall(operation: "GetCallerIdentity", effect: .read, method: .post, path: "/")
        call.headers = [.init(name: "Content-Type", value: "application/x-www-form-urlencoded")]
        call.body = .bytes(Array("Action=GetCallerIdentity&Version=2011-06-15".utf8))
        call.mostTries = 1
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
