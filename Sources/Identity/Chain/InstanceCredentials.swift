import AWSCore

/// What an instance of EC2 gets from its metadata service, version 2.
/// Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
struct InstanceCredentials: ChainStep, CredentialsOrigin {
    let surroundings: Surroundings
    let wire: IdentityWire

    var name: String { "EC2 instance metadata" }

    /// It is the last place: that nobody is there is no failure of its own.
    func look() async throws(IdentityFailure) -> ChainLook {
        if surroundings["AWS_EC2_METADATA_DISABLED"]?.lowercased() == "true" {
            return .absent(reason: "AWS_EC2_METADATA_DISABLED is true")
        }
        do throws(IdentityFailure) {
            return .found(try await wire.renewed(self))
        } catch {
            guard case .notToBeHad(_, let reason) = error else { throw error }
            return .absent(reason: reason)
        }
    }

    func fetch(within budget: Duration) async throws(IdentityFailure) -> TimedCredentials {
        let deadline = Deadline(after: budget, by: wire.clock)
        let seconds = surroundings["AWS_METADATA_SERVICE_TIMEOUT"].flatMap { Int($0) } ?? 1
        let tries = surroundings["AWS_METADATA_SERVICE_NUM_ATTEMPTS"].flatMap { Int($0) } ?? 1
        let service = LocalService(
            wire: wire, step: name, longestTry: .seconds(min(10, max(1, seconds))), mostTries: min(5, max(1, tries)),
            // Then an answer comes no farther than to the instance itself.
            silence: " (on an instance, a container needs a hop limit of 2: HttpPutResponseHopLimit)")
        let token = try await token(service, deadline)
        let roles = "\(origin)/latest/meta-data/iam/security-credentials/"
        let role = text(
            try await service.ask(
                roles, .get, [token], within: deadline.left, meanings: [404: "the instance has no role"]))
        guard let first = role.split(whereSeparator: \.isNewline).first else {
            throw .notToBeHad(step: name, reason: "the instance has no role")
        }
        let answer = try await service.ask(
            roles + pathSegment(String(first)), .get, [token], within: deadline.left, meanings: [:])
        do throws(UnreadableAnswer) {
            return wire.timed(try KeysInJSON(answer.body))
        } catch {
            throw .notToBeHad(step: name, reason: "the answer cannot be used: \(error.reason)")
        }
    }

    private func token(_ service: LocalService, _ deadline: Deadline) async throws(IdentityFailure) -> HTTPHeaders.Field
    {
        let ttl = HTTPHeaders.Field(name: "X-aws-ec2-metadata-token-ttl-seconds", value: "21600")
        // Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html#instance-metadata-returns
        let token = text(
            try await service.ask(
                "\(origin)/latest/api/token", .put, [ttl], within: deadline.left,
                meanings: [403: "the instance's metadata service is switched off"]))
        guard !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .notToBeHad(step: name, reason: "\(origin) gave no token")
        }
        wire.hide([Secret(token)])
        return .init(name: "X-aws-ec2-metadata-token", value: token)
    }

    private func text(_ answer: HTTPResponse) -> String {
        Optional(String(decoding: answer.body, as: UTF8.self)).given ?? ""
    }

    private var origin: String {
        let named = surroundings["AWS_EC2_METADATA_SERVICE_ENDPOINT"]
        let isIPv6 = surroundings["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"]?.lowercased() == "ipv6"
        let origin = named ?? (isIPv6 ? "http://[fd00:ec2::254]" : "http://169.254.169.254")
        return origin.hasSuffix("/") ? String(origin.dropLast()) : origin
    }
}
