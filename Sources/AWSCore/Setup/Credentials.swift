/// What requests are signed with.
package struct Credentials: Sendable, Equatable {
    package let accessKeyID: String
    package let secretAccessKey: Secret
    /// Comes with keys that expire.
    package let sessionToken: Secret?

    package init(accessKeyID: String, secretAccessKey: Secret, sessionToken: Secret?) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
    }
}

package enum CredentialsFailure: Error, Equatable {
    /// Neither half of the key pair is set.
    case notSet
    /// One half is set; this variable, the other half, is not.
    case halfSet(missing: String)
    /// The variable holds what no key or token has: only printable ASCII can be sent in a header.
    case malformed(String)
}

extension Credentials {
    /// When the keys of the environment end, in seconds since 1970, where somebody has said so: `aws configure
    /// export-credentials` does, and configure-aws-credentials has it as an output, in quotes. What cannot be read tells nothing.
    /// Source: https://docs.aws.amazon.com/cli/latest/reference/configure/export-credentials.html
    package static func expiry(_ environment: [String: String]) -> Double? {
        environment["AWS_CREDENTIAL_EXPIRATION"].given.flatMap { secondsSince1970(utc: $0.filter { $0 != "\"" }) }
    }

    /// From `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`; a variable that is empty is not set.
    /// Source: https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html
    package init(environment: [String: String]) throws(CredentialsFailure) {
        let names = (id: "AWS_ACCESS_KEY_ID", secret: "AWS_SECRET_ACCESS_KEY", token: "AWS_SESSION_TOKEN")
        for name in [names.id, names.secret, names.token] {
            let bytes = (environment[name].given ?? "").utf8
            guard bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .malformed(name) }
        }
        switch (environment[names.id].given, environment[names.secret].given) {
        case (let id?, let secret?):
            self.init(
                accessKeyID: id, secretAccessKey: Secret(secret),
                sessionToken: environment[names.token].given.map(Secret.init))
        case (nil, nil): throw .notSet
        case (_, nil): throw .halfSet(missing: names.secret)
        case (nil, _): throw .halfSet(missing: names.id)
        }
    }
}
