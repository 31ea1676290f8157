import AWSCore

extension TokenService {
    /// A new token, hidden from the whole job: the runner does not know of it.
    /// Source: https://docs.github.com/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-cloud-providers
    func token(
        for audience: String, over wire: IdentityWire, within budget: Duration
    ) async throws(IdentityFailure) -> IdentityToken {
        wire.hide([bearer])
        guard bearer.revealed.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .tokenUnfit(reason: "ACTIONS_ID_TOKEN_REQUEST_TOKEN holds a line break, or else what no header can")
        }
        guard let link = PresignedLink(address(audience: audience)) else {
            throw .tokenUnfit(reason: "ACTIONS_ID_TOKEN_REQUEST_URL is no address that can be asked")
        }
        guard link.isPrivate else {
            throw .tokenUnfit(reason: "ACTIONS_ID_TOKEN_REQUEST_URL is not https, so that others could read the token")
        }
        var call = AWSCall(operation: "GitHub's identity token", effect: .read, method: .get, path: "/")
        call.link = link
        call.headers = [
            .init(name: "Authorization", value: "Bearer \(bearer.revealed)"),
            .init(name: "Accept", value: "application/json"),
        ]
        call.mostTries = Self.mostTries
        do throws(AWSFailure) {
            let token = try await wire.client(errors: .json).send(call, within: budget) {
                (answer: HTTPResponse) throws(UnreadableAnswer) in try tokenHeld(by: answer)
            }
            wire.hide([token.secret])
            return token
        } catch {
            if case .cancelled = error { throw .cancelled }
            throw .tokenNotIssued(error)
        }
    }

    /// As often as GitHub's own toolkit asks.
    /// Source: https://github.com/actions/toolkit/blob/main/packages/core/src/oidc-utils.ts
    private static let mostTries = 10
}

/// Nothing of the answer is ever shown.
private func tokenHeld(by answer: HTTPResponse) throws(UnreadableAnswer) -> IdentityToken {
    guard let token = JSONValue(parsing: answer.body)?["value"]?.string.flatMap(IdentityToken.init) else {
        throw UnreadableAnswer(reason: "the answer holds no token")
    }
    return token
}
