import AWSCore
import ControlPlaneSimulator
import FoundationEssentials
import HTTP
import Synchronization

/// GitHub's service for identity tokens and AWS's for roles, before a control plane that believes only keys that still last.
package final class IdentityStandIn: HTTPTransport {
    /// What the trust policy compares, and how AWS words what it does not admit.
    package struct Trust: Sendable {
        package var claims = ["sub": "repo:octo/orders:ref:refs/heads/main", "aud": "sts.amazonaws.com"]
        package var hasProvider = true
        package var externalID: String?
        /// So often AWS does not reach the issuer.
        package var unreached = 0
        /// So long before the time that they are said to last the keys end: a session was revoked.
        package var secondsEarly = 0
        /// Whoever comes later is refused: somebody has changed the policy.
        package var rolesAtMost = Int.max

        package init() {}
    }

    /// What there is to be seen of a request afterwards.
    package enum Seen: Sendable, Equatable {
        case token(audience: String)
        case role(operation: String, signedBy: String?, sessionName: String, seconds: Int?)
        case other(by: String)
    }

    package static let bearer = "the-bearer-of-the-job"
    package static let variables = [
        "ACTIONS_ID_TOKEN_REQUEST_URL": "https://run.example/token?api-version=2.0",
        "ACTIONS_ID_TOKEN_REQUEST_TOKEN": bearer, "GITHUB_REPOSITORY": "octo/orders", "GITHUB_RUN_ID": "77",
    ]

    private let onward: any HTTPTransport
    private let clock: VirtualClock
    private let trust: Trust
    /// Of the keys that are given out, in seconds.
    private let lifetime: Int
    private struct State {
        var seen: [Seen] = []
        var ends: [String: Double] = [:]
        var tokens: [String] = []
        var failures: Int
        var unreached: Int
    }
    private let state: Mutex<State>

    /// - Parameter failures: so often GitHub fails before it issues a token.
    package init(
        before onward: any HTTPTransport, clock: VirtualClock, trust: Trust, lifetime: Int, failures: Int
    ) {
        self.onward = onward
        self.clock = clock
        self.trust = trust
        self.lifetime = lifetime
        state = Mutex(State(failures: failures, unreached: trust.unreached))
    }

    package var seen: [Seen] { state.withLock { $0.seen } }
    /// Everything that nobody may see.
    package var secrets: [String] {
        state.withLock { state in
            state.tokens + [Self.bearer] + state.ends.keys.flatMap { ["secret-of-\($0)", "token-of-\($0)"] }
        }
    }

    package func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        if request.origin.host == "run.example" { return issue(request) }
        let fields = request.formFields
        if let operation = fields["Action"], operation.hasPrefix("AssumeRole") {
            return assume(operation, fields, signer: request.signer)
        }
        guard let end = note(.other(by: request.signer ?? ""), request.signer) else {
            return try await onward.send(request)
        }
        guard end > clock.secondsSince1970() else {
            return answer(
                403, #"{"message":"The security token included in the request is expired"}"#,
                type: "ExpiredTokenException")
        }
        return try await onward.send(request)
    }

    private func note(_ seen: Seen, _ signer: String?) -> Double? {
        state.withLock { state in
            state.seen.append(seen)
            return signer.flatMap { state.ends[$0] }
        }
    }

    private func issue(_ request: HTTPRequest) -> HTTPResponse {
        let audience = request.path.split(separator: "&audience=").last.map(String.init) ?? ""
        let mayFail = state.withLock { state in
            state.seen.append(.token(audience: audience))
            state.failures -= 1
            return state.failures >= 0
        }
        if mayFail { return answer(503, "busy", type: nil) }
        guard request.method == .get, request.headers["Authorization"] == "Bearer \(Self.bearer)",
            request.path.hasPrefix("/token?api-version=2.0&audience=")
        else { return answer(401, #"{"message":"not yours"}"#, type: nil) }
        let claims =
            #"{"iss":"https://token.actions.githubusercontent.com","aud":"\#(audience)","#
            + #""sub":"repo:octo/orders:ref:refs/heads/main","job_workflow_ref":"octo/orders/.github/workflows/d.yml@refs/heads/main"}"#
        let count = state.withLock { $0.tokens.count }
        let token = [#"{"alg":"RS256"}"#, claims, "signature \(count)"].map(base64URL).joined(separator: ".")
        state.withLock { $0.tokens.append(token) }
        return answer(200, #"{"count":1,"value":"\#(token)"}"#, type: nil)
    }

    private func assume(_ operation: String, _ fields: [String: String], signer: String?) -> HTTPResponse {
        let seconds = fields["DurationSeconds"].flatMap(Int.init)
        _ = note(
            .role(
                operation: operation, signedBy: signer, sessionName: fields["RoleSessionName"] ?? "", seconds: seconds),
            nil)
        let isLate = state.withLock { $0.ends.count >= trust.rolesAtMost }
        if let refusal = refusal(operation, fields, isLate: isLate) { return refusal }
        let now = clock.secondsSince1970()
        let end = now + Double(seconds ?? lifetime)
        let id = state.withLock { state in
            let id = "ASIA\(state.ends.count + 1)"
            state.ends[id] = end - Double(trust.secondsEarly)
            return id
        }
        return answer(
            200,
            "<R><\(operation)Result><Credentials><AccessKeyId>\(id)</AccessKeyId><SecretAccessKey>secret-of-\(id)</SecretAccessKey>"
                + "<SessionToken>token-of-\(id)</SessionToken><Expiration>\(Date(timeIntervalSince1970: end).ISO8601Format())</Expiration>"
                + "</Credentials></\(operation)Result></R>", type: nil)
    }

    /// In AWS's own words.
    /// Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
    private func refusal(_ operation: String, _ fields: [String: String], isLate: Bool) -> HTTPResponse? {
        func refused(_ status: Int, _ code: String, _ message: String) -> HTTPResponse {
            answer(
                status,
                "<ErrorResponse><Error><Code>\(code)</Code><Message>\(message)</Message></Error></ErrorResponse>",
                type: nil)
        }
        if isLate { return refused(403, "AccessDenied", "Not authorized to perform sts:\(operation)") }
        guard operation == "AssumeRoleWithWebIdentity" else {
            guard fields["ExternalId"] != trust.externalID else { return nil }
            return refused(403, "AccessDenied", "User: x is not authorized to perform: sts:AssumeRole on resource: y")
        }
        let token = fields["WebIdentityToken"] ?? ""
        guard state.withLock({ $0.tokens.contains(token) }) else {
            return refused(
                400, "InvalidIdentityToken", "Couldn't retrieve verification key from your identity provider")
        }
        let isUnreached = state.withLock { state in
            state.unreached -= 1
            return state.unreached >= 0
        }
        if isUnreached { return refused(400, "IDPCommunicationError", "the identity provider could not be reached") }
        guard trust.hasProvider else {
            return refused(
                400, "InvalidIdentityToken",
                "No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com")
        }
        let claims = decodedBase64(String(token.split(separator: ".")[1]) + "==") ?? ""
        let isAdmitted = trust.claims.allSatisfy { claims.contains("\"\($0.key)\":\"\($0.value)\"") }
        return isAdmitted
            ? nil : refused(403, "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity")
    }

    private func answer(_ status: Int, _ body: String, type: String?) -> HTTPResponse {
        let fields = type.map { [HTTPHeaders.Field(name: "x-amzn-errortype", value: $0)] } ?? []
        return HTTPResponse(status: status, headers: HTTPHeaders(fields), body: Array(body.utf8))
    }
}

private func base64URL(_ text: String) -> String {
    String(
        Data(text.utf8).base64EncodedString().map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }.filter { $0 != "=" })
}
