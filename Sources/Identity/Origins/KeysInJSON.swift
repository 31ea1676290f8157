import AWSCore

/// Keys as containers, instances and programs hand them out.
/// Sources: https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html,
/// https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
struct KeysInJSON: Sendable {
    let credentials: Credentials
    /// In seconds since 1970; `nil`: they do not end.
    let endsAt: Double?

    /// Where an instance's role cannot be assumed, the answer is one of success that says so.
    /// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html
    private static func refusal(_ json: JSONValue?) -> String? {
        guard let code = (json?["Code"]?.string).given, code != "Success",
            json?["AccessKeyId"] == nil, json?["SecretAccessKey"] == nil
        else { return nil }
        let message = (json?["Message"]?.string).given.map { ": \($0)" } ?? ""
        return "it says \("\(code)\(message)".prefix(300))"
    }

    /// Nothing of keys is ever shown.
    init(_ bytes: [UInt8]) throws(UnreadableAnswer) {
        let json = JSONValue(parsing: bytes)
        func text(_ name: String) -> String? { (json?[name]?.string).given }
        guard let id = text("AccessKeyId"), let secret = text("SecretAccessKey") else {
            if let refusal = Self.refusal(json) { throw UnreadableAnswer(reason: refusal) }
            throw UnreadableAnswer(reason: "it holds no AccessKeyId and SecretAccessKey")
        }
        let end = text("Expiration")
        endsAt = end.flatMap(secondsSince1970(utc:))
        if end != nil, endsAt == nil { throw UnreadableAnswer(reason: "its Expiration is no time") }
        do throws(CredentialsFailure) {
            credentials = try Credentials(keys: id, secret, text("SessionToken") ?? text("Token"))
        } catch {
            throw UnreadableAnswer(reason: "it holds what no key has")
        }
    }
}

extension Credentials {
    /// Checked, as those of the environment are.
    init(keys id: String?, _ secret: String?, _ token: String?) throws(CredentialsFailure) {
        let pairs = [("AWS_ACCESS_KEY_ID", id), ("AWS_SECRET_ACCESS_KEY", secret), ("AWS_SESSION_TOKEN", token)]
        try self.init(environment: Dictionary(uniqueKeysWithValues: pairs.map { ($0, $1 ?? "") }))
    }
}

extension IdentityWire {
    /// By our clock: whoever hands them out is on this machine, or near.
    func timed(_ keys: KeysInJSON) -> TimedCredentials {
        timed(keys.credentials, left: keys.endsAt.map { .seconds($0 - clock.secondsSince1970()) })
    }

    /// Fetched, and from then on fetched anew before they end.
    func renewed(_ origin: any CredentialsOrigin) async throws(IdentityFailure) -> any CredentialsSource {
        RenewedCredentials(origin, first: try await origin.fetch(within: left), wire: self)
    }
}
