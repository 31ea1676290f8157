import HTTP

/// Speaks to one service at one endpoint: signs, sends, and tries again where that can do no harm.
package struct AWSClient: Sendable {
    private let transport: any HTTPTransport
    package let clock: any Clock
    private let credentials: any CredentialsSource
    package let region: Region
    private let service: AWSService
    package let endpoint: Endpoint
    private let userAgent: String
    private let skew = ClockSkew()
    private let contact = Contact()
    /// Hears of every try.
    package var onTry: (@Sendable (AWSTry) -> Void)?

    /// - Parameter userAgent: as in the header: `lockstep/1.0.0`.
    package init(
        transport: any HTTPTransport, clock: any Clock, credentials: any CredentialsSource, region: Region,
        service: AWSService, endpoint: Endpoint, userAgent: String
    ) {
        self.transport = transport
        self.clock = clock
        self.endpoint = endpoint
        self.userAgent = userAgent
        self.credentials = credentials
        self.region = region
        self.service = service
    }

    package func deadline(after budget: Duration) -> Deadline {
        Deadline(after: budget, by: clock)
    }

    /// Sends the call until there is an answer that `read` accepts, a failure that is final, or no time left.
    ///
    /// What was not sent and what was throttled is tried again; so is, unless that may do harm, what came to an unclear end or
    /// brought an answer that cannot be read. A signature whose time was refused is made again once by AWS's clock, and one by
    /// keys that have ended once by new ones, where there are any.
    /// - Parameter read: what a 2xx must hold; anything else never gets there, unless the call names it an answer.
    package func send<Answer: Sendable>(
        _ call: AWSCall, within budget: Duration,
        read: @Sendable (HTTPResponse) throws(UnreadableAnswer) -> Answer
    ) async throws(AWSFailure) -> Answer {
        let deadline = deadline(after: budget)
        let payloadHash = try payloadHash(of: call)
        var setback = Setback.notSent(reason: "there was no time left to send it")
        var policy = RetryPolicy(mostTries: call.mostTries, reachability: contact.reachability)
        var keys = try await keys(for: call, within: deadline.left)
        for _ in 0..<call.mostTries where deadline.left > .zero {
            let began = clock.elapsed()
            var answer: HTTPResponse?
            do throws(Setback) {
                let read = try await tryOnce(call, payloadHash, keys, total: deadline.left, read: read, seeing: &answer)
                tell(call, answer, since: began, nil, pause: nil)
                return read
            } catch {
                setback = error
            }
            learnClock(from: setback)
            let others = await otherKeys(than: keys, after: setback, within: deadline.left)
            let next = policy.next(
                after: setback, effect: call.effect, hasOtherKeys: others != nil, random: clock.random())
            let pause = next.pause.flatMap { $0 < deadline.left ? $0 : nil }
            tell(call, answer, since: began, setback, pause: pause)
            guard let pause else { break }
            try await sleep(pause, call)
            if let others {
                keys = others
                continue
            }
            do throws(AWSFailure) {
                keys = try await self.keys(for: call, within: deadline.left)
            } catch {
                if case .cancelled = error { throw error }
                break  // what came of it before is not to be forgotten
            }
        }
        contact.ended(after: setback)
        throw setback.failure(of: call.operation)
    }

    private func tryOnce<Answer: Sendable>(
        _ call: AWSCall, _ payloadHash: String, _ keys: Credentials?, total: Duration,
        read: @Sendable (HTTPResponse) throws(UnreadableAnswer) -> Answer, seeing seen: inout HTTPResponse?
    ) async throws(Setback) -> Answer {
        let request = signed(request(call, total: total), payloadHash, keys)
        let answer: HTTPResponse
        do throws(HTTPFailure) { answer = try await transport.send(request) } catch { throw Setback(error) }
        seen = answer
        contact.answered()
        guard (200..<300).contains(answer.status) || call.answers.contains(answer.status) else {
            throw Setback(answer, to: call, errors: service.errors)
        }
        do throws(UnreadableAnswer) { return try read(answer) } catch { throw .unclear(reason: error.reason) }
    }

    private func signed(_ request: HTTPRequest, _ payloadHash: String, _ keys: Credentials?) -> HTTPRequest {
        guard let keys else { return request }
        return Signer(credentials: keys, region: region, service: service).sign(
            request, payloadHash: payloadHash, secondsSince1970: clock.secondsSince1970() + skew.seconds)
    }

    /// `nil`: the call is not signed.
    private func keys(for call: AWSCall, within budget: Duration) async throws(AWSFailure) -> Credentials? {
        guard call.isSigned, call.link == nil else { return nil }
        do throws(CredentialsLost) {
            return try await credentials.credentials(insteadOf: nil, within: budget)
        } catch {
            switch error {
            case .cancelled: throw .cancelled(operation: call.operation)
            case .failed(let reason):
                throw .refused(.keysHaveExpired(call.operation, reason))
            }
        }
    }

    private func otherKeys(
        than keys: Credentials?, after setback: Setback, within budget: Duration
    ) async -> Credentials? {
        guard let keys, case .refused(let refusal) = setback, refusal.saysKeysHaveExpired else { return nil }
        let others = try? await credentials.credentials(insteadOf: keys, within: budget)  // else the refusal stands
        return others == keys ? nil : others
    }

    private func tell(
        _ call: AWSCall, _ answer: HTTPResponse?, since began: Duration, _ setback: Setback?, pause: Duration?
    ) {
        onTry?(
            AWSTry(
                operation: call.operation, took: clock.elapsed() - began, status: answer?.status,
                requestID: answer?.requestID, setback: setback, pause: pause))
    }

    /// Read once a call, however often it is sent: it may be a large file.
    private func payloadHash(of call: AWSCall) throws(AWSFailure) -> String {
        if let digest = call.bodyDigest { return digest.hex }
        do throws(ByteSourceFailure) {
            return try SHA256Digest.of(call.body).hex
        } catch {
            throw .unreachable(operation: call.operation, reason: "what was to be sent cannot be read: \(error.reason)")
        }
    }

    private func request(_ call: AWSCall, total: Duration) -> HTTPRequest {
        var headers = HTTPHeaders(call.headers)
        headers["User-Agent"] = userAgent
        var request = HTTPRequest(
            method: call.method, origin: endpoint.origin.below(call.subdomain), path: endpoint.basePath + call.path,
            query: call.query,
            headers: headers, body: call.body, limits: call.limits(total: total))
        request.sink = call.sink
        if let link = call.link {
            (request.origin, request.path) = (link.origin, link.target)
            // Over plain http only this machine and what AWS has beside it are asked; a proxy would hear keys and tokens.
            request.isDirect = link.origin.scheme == .http
        }
        return request
    }

    private func learnClock(from setback: Setback) {
        guard case .clockSkewed(_, let secondsSince1970) = setback else { return }
        skew.seconds = secondsSince1970 - clock.secondsSince1970()
    }

    private func sleep(_ pause: Duration, _ call: AWSCall) async throws(AWSFailure) {
        guard pause > .zero else { return }
        do throws(CancellationError) {
            try await clock.sleep(for: pause)
        } catch {
            throw .cancelled(operation: call.operation)
        }
    }
}

extension HTTPOrigin {
    fileprivate func below(_ subdomain: String?) -> HTTPOrigin {
        subdomain.map { HTTPOrigin(scheme: scheme, host: "\($0).\(host)", port: port) } ?? self
    }
}

extension AWSCall {
    /// A read is soon repeated, so one try of it is kept short; a write may be a large upload, and gets all the time
    /// there is, and a moment more when the run is cancelled, to learn what became of it.
    fileprivate func limits(total: Duration) -> HTTPLimits {
        HTTPLimits(
            connect: min(.seconds(10), total), idle: min(idle, total),
            total: min(total, longestTry ?? (effect == .read ? .seconds(10) : total)),
            graceWhenCancelled: effect == .write ? .seconds(2) : .zero, answerBytes: answerBytes)
    }
}
