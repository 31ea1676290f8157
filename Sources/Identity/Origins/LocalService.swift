import AWSCore

/// An address near by that hands out keys over plain http, which only some are good enough for.
struct LocalService: Sendable {
    let wire: IdentityWire
    /// For messages.
    let step: String
    /// Of one try.
    let longestTry: Duration
    let mostTries: Int
    /// What may be behind it where nobody answers.
    let silence: String

    /// - Parameter meanings: what a refusal with such a status says of this address.
    func ask(
        _ url: String, _ method: HTTPMethod, _ headers: [HTTPHeaders.Field], within budget: Duration,
        meanings: [Int: String]
    ) async throws(IdentityFailure) -> HTTPResponse {
        guard let link = PresignedLink(url), link.isPrivate || Self.isNear(url) else {
            throw .notToBeHad(step: step, reason: "\(url) is neither https nor an address that such keys may come from")
        }
        var call = AWSCall(operation: step, effect: .read, method: method, path: "/")
        call.link = link
        call.headers = headers
        call.longestTry = longestTry
        call.mostTries = mostTries
        do throws(AWSFailure) {
            return try await wire.client(errors: .json).send(call, within: budget) { $0 }
        } catch {
            switch error {
            case .cancelled: throw .cancelled
            case .refused(let refusal):
                let words = [refusal.code, refusal.message].filter { !$0.isEmpty }.joined(separator: ": ")
                throw .notToBeHad(
                    step: step,
                    reason: "\(url) answered with HTTP \(refusal.status): \(meanings[refusal.status] ?? words)")
            case .unreachable(_, let reason), .outcomeUnknown(_, let reason):
                throw .notToBeHad(step: step, reason: "\(url) did not answer: \(reason)\(silence)")
            }
        }
    }

    /// The addresses that ECS, EKS and EC2 have for it: they are of the machine's own link.
    /// Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
    private static func isNear(_ url: String) -> Bool {
        ["169.254.170.2", "169.254.170.23", "169.254.169.254", "[fd00:ec2::23]", "[fd00:ec2::254]"].contains { host in
            url == "http://\(host)" || url.hasPrefix("http://\(host)/") || url.hasPrefix("http://\(host):")
        }
    }
}
