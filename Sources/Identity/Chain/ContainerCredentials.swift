import AWSCore

/// What a task of ECS or a pod of EKS gets from beside it.
/// Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
struct ContainerCredentials: ChainStep, CredentialsOrigin {
    let surroundings: Surroundings
    let wire: IdentityWire

    private static let relative = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
    private static let full = "AWS_CONTAINER_CREDENTIALS_FULL_URI"

    /// The one that serves, where any is set.
    var name: String {
        if surroundings[Self.relative] != nil { return Self.relative }
        return surroundings[Self.full] == nil ? "\(Self.relative) and \(Self.full)" : Self.full
    }

    func look() async throws(IdentityFailure) -> ChainLook {
        url == nil ? .absent(reason: "they are not set") : .found(try await wire.renewed(self))
    }

    private var url: String? {
        surroundings[Self.relative].map { "http://169.254.170.2\($0)" } ?? surroundings[Self.full]
    }

    func fetch(within budget: Duration) async throws(IdentityFailure) -> TimedCredentials {
        let service = LocalService(wire: wire, step: name, longestTry: .seconds(2), mostTries: 3, silence: "")
        let headers = [HTTPHeaders.Field(name: "Accept", value: "application/json")] + (try authorization())
        let answer = try await service.ask(url ?? "", .get, headers, within: budget, meanings: [:])
        do throws(UnreadableAnswer) {
            return wire.timed(try KeysInJSON(answer.body))
        } catch {
            throw .notToBeHad(step: name, reason: "the answer cannot be used: \(error.reason)")
        }
    }

    /// The token's file, which is kept current, comes first.
    private func authorization() throws(IdentityFailure) -> [HTTPHeaders.Field] {
        var token = surroundings["AWS_CONTAINER_AUTHORIZATION_TOKEN"]
        if let path = surroundings["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] {
            switch surroundings.text(of: path) {
            case .success(let text): token = text
            case .failure(let fault): throw .notToBeHad(step: name, reason: fault.reason)
            }
        }
        guard let token else { return [] }
        wire.hide([Secret(token)])
        guard token.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw .notToBeHad(step: name, reason: "the authorization token holds what no header can")
        }
        return [.init(name: "Authorization", value: token)]
    }
}
