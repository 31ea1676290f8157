import AWSCore
import XML

/// Which role is to be assumed, and how.
package struct RoleRequest: Sendable, Equatable {
    package let arn: String
    package let sessionName: String
    /// How long its keys are to last; `nil`: as long as AWS gives where nobody asks, an hour.
    package let seconds: Int?

    package init(arn: String, sessionName: String, seconds: Int?) {
        self.arn = arn
        self.sessionName = sessionName
        self.seconds = seconds
    }
}

/// The keys of a role.
package struct AssumedRole: Sendable, Equatable {
    package let credentials: Credentials
    /// Their time by AWS's own clock, from its answer on, in seconds; `nil`: it did not say what its clock shows.
    package let endsIn: Double?
    /// In seconds since 1970.
    package let endsAt: Double

    package init(credentials: Credentials, endsIn: Double?, endsAt: Double) {
        self.credentials = credentials
        self.endsIn = endsIn
        self.endsAt = endsAt
    }
}

extension STS {
    /// By keys that are there. Where these are a role's themselves, it is for an hour at most.
    /// Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
    package func assumeRole(
        _ role: RoleRequest, externalID: String?, within budget: Duration
    ) async throws(AWSFailure) -> AssumedRole {
        let external = externalID.map { [HTTPQueryItem(name: "ExternalId", value: $0)] } ?? []
        return try await assume(Self.call("AssumeRole", role.fields + external), within: budget)
    }

    /// By a token that somebody has issued whom the account trusts. It takes no signature, no external id and no tags.
    /// Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
    package func assumeRoleWithWebIdentity(
        _ role: RoleRequest, token: Secret, within budget: Duration
    ) async throws(AWSFailure) -> AssumedRole {
        let proof = [HTTPQueryItem(name: "WebIdentityToken", value: token.revealed)]
        var call = Self.call("AssumeRoleWithWebIdentity", role.fields + proof)
        call.isSigned = false
        // AWS itself could not reach whoever issued the token, and asks to be asked again.
        call.passingFaults = ["IDPCommunicationError"]
        return try await assume(call, within: budget)
    }

    private func assume(_ call: AWSCall, within budget: Duration) async throws(AWSFailure) -> AssumedRole {
        try await client.send(call, within: budget) { answer throws(UnreadableAnswer) in
            try AssumedRole(answer: answer, to: call.operation)
        }
    }
}

extension RoleRequest {
    fileprivate var fields: [HTTPQueryItem] {
        [.init(name: "RoleArn", value: arn), .init(name: "RoleSessionName", value: sessionName)]
            + (seconds.map { [.init(name: "DurationSeconds", value: "\($0)")] } ?? [])
    }
}

extension AssumedRole {
    /// Nothing of the answer is ever shown: it holds keys.
    fileprivate init(answer: HTTPResponse, to operation: String) throws(UnreadableAnswer) {
        let result = XMLElement(parsing: answer.body)?.children.first { $0.name == "\(operation)Result" }
        let keys = result?.children.first { $0.name == "Credentials" }
        guard let id = keys?["AccessKeyId"].given, let secret = keys?["SecretAccessKey"].given,
            let token = keys?["SessionToken"].given, let end = keys?["Expiration"].flatMap(secondsSince1970(utc:))
        else { throw UnreadableAnswer(reason: "the answer holds no whole credentials") }
        self.init(
            credentials: Credentials(accessKeyID: id, secretAccessKey: Secret(secret), sessionToken: Secret(token)),
            endsIn: answer.headers["Date"].flatMap(secondsSince1970(httpDate:)).map { end - $0 }, endsAt: end)
    }
}
