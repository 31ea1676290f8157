import HTTP

/// One operation's request, before it is addressed, signed and sent.
package struct AWSCall: Sendable {
    /// What a second sending would do.
    package enum Effect: Sendable {
        /// Nothing: it may be repeated.
        case read
        /// Nothing either, though the first has changed something: it may be repeated.
        case repeatable
        /// Perhaps harm: it is repeated only when it is certain that nothing was done.
        case write
    }

    /// AWS's name for it, for messages.
    package let operation: String
    package let effect: Effect
    package let method: HTTPMethod
    /// Percent-encoded; begins with "/".
    package let path: String
    /// Goes before the endpoint's host, for a service that keeps things under names of their own.
    package var subdomain: String?
    package var query: [HTTPQueryItem] = []
    /// All of them are signed.
    package var headers: [HTTPHeaders.Field] = []
    package var body: HTTPBody = .empty
    /// Where it goes instead of to the service's endpoint: it is not signed then, for the link is.
    package var link: PresignedLink?
    /// Without it the call goes out as it is: what proves who asks is in it.
    package var isSigned = true
    /// Takes the body of an answer of success; `nil`: it stands in the answer.
    package var sink: (any ByteSink)?
    /// The body's digest where it is known; otherwise the body is read once more for it.
    package var bodyDigest: SHA256Digest?
    /// The longest silence to bear, within the time that the whole call may take.
    package var idle: Duration = .seconds(30)
    /// The longest that one try may take, within the time that the whole call may take; `nil`: all of that.
    package var longestTry: Duration?
    /// The longest answer to take, in bytes: far more than any that only describes things.
    package var answerBytes = 2 << 20
    /// Errors that say "nothing was done" although their status (5xx) does not.
    package var harmlessFaults: Set<String> = []
    /// Errors that say "nothing was done" and that a second try may well not meet, whatever their status.
    package var passingFaults: Set<String> = []
    /// Statuses besides those of success that are an answer, too.
    package var answers: Set<Int> = []
    /// How often it is tried at most, whatever its budget.
    package var mostTries = 100

    package init(operation: String, effect: Effect, method: HTTPMethod, path: String) {
        self.operation = operation
        self.effect = effect
        self.method = method
        self.path = path
    }
}

/// An answer of success (2xx) that does not hold what it must.
package struct UnreadableAnswer: Error, Equatable {
    package let reason: String

    package init(reason: String) {
        self.reason = reason
    }
}

extension HTTPResponse {
    /// The body's members where it is a JSON object, nulls dropped at any depth.
    package var jsonObject: [String: JSONValue] {
        get throws(UnreadableAnswer) {
            guard case .object(let members)? = JSONValue(parsing: body)?.withoutNulls else {
                throw UnreadableAnswer(reason: "the answer is not a JSON object: \(shown)")
            }
            return members
        }
    }

    /// Nothing of what was to be JSON: it may hold a function's variables, which nobody has been told to keep secret.
    private var shown: String {
        let first = body.first { !" \t\r\n".utf8.contains($0) }
        return first == UInt8(ascii: "{") ? "it is damaged, after \(body.count) bytes" : excerpt(of: body)
    }
}
