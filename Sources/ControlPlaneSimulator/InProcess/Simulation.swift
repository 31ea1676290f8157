import HTTP

/// A control plane with all that happens around it: faults on the way, rivals, changes at a given moment. Pure like the
/// plane itself; ``SimulatedWorld`` runs it in virtual time, the HTTP server in real time.
package struct Simulation: Sendable {
    package private(set) var plane: ControlPlane
    package private(set) var sent: [SentRequest] = []
    private var faults: [(fault: Fault, match: RequestMatch)] = []
    private var interventions: [Intervention] = []
    private var rivals: [Rival] = []
    private var past: [(at: Duration, plane: ControlPlane)] = []

    private struct Intervention: Sendable {
        let moment: Moment
        let action: @Sendable (inout Simulation, SentRequest?, Duration) -> Void
    }

    /// What becomes of a request that was sent.
    package enum Delivery: Sendable {
        case answer(HTTPResponse)
        /// Carried out, but the answer takes longer than the client waits.
        case late(HTTPResponse)
        case notSent(reason: String)
        case lost(reason: String)
    }

    package init(_ plane: ControlPlane) {
        self.plane = plane
    }

    /// Every request that matches meets the fault.
    package mutating func inject(_ fault: Fault, on match: RequestMatch) {
        faults.append((fault, match))
    }

    /// - Parameter function: `nil` is the function that the request of the moment is about.
    package mutating func rival(_ move: RivalMove, function: String?, alias: String, at moment: Moment) {
        interventions.append(
            Intervention(moment: moment) { simulation, request, now in
                guard let function = function ?? request?.function else { return }
                simulation.start(move, function: function, alias: alias, at: now)
            })
    }

    /// A rival's move, right now.
    package mutating func start(_ move: RivalMove, function: String, alias: String, at now: Duration) {
        rivals.append(Rival(move, function: function, alias: alias, author: "rival"))
        goOn(at: now)
    }

    package mutating func change(at moment: Moment, _ change: @escaping @Sendable (inout ControlPlane) -> Void) {
        interventions.append(Intervention(moment: moment) { simulation, _, _ in change(&simulation.plane) })
    }

    /// An alarm goes into another state, or is deleted (`nil`).
    package mutating func alarm(_ name: String, turns state: String?, at moment: Moment) {
        interventions.append(
            Intervention(moment: moment) { simulation, _, now in simulation.plane.setAlarm(name, to: state, at: now) })
    }

    package mutating func change(_ change: (inout ControlPlane) -> Void) {
        change(&plane)
    }
}

extension Simulation {
    /// A client sets out to send: numbers the request and decides whether a fault meets it.
    package mutating func begin(_ request: HTTPRequest, author: String, at now: Duration) -> SentRequest {
        let route = Route(request)
        func numbered(_ fault: Fault?) -> SentRequest {
            SentRequest(
                number: sent.count + 1, at: now, author: author, operation: route?.operation,
                function: route?.function.map { FunctionReference($0).name },
                occurrence: 1 + sent.count { $0.operation == route?.operation }, fault: fault)
        }
        let plain = numbered(nil)
        let request = numbered(faults.first { $0.match.matches(plain) }?.fault)
        sent.append(request)
        return request
    }

    /// The request arrives at AWS, or would.
    package mutating func arrive(_ request: HTTPRequest, _ sent: SentRequest, at now: Duration) -> Delivery {
        advance(to: now)
        intervene(sent, at: now) { if case .before(let match) = $0 { match.matches(sent) } else { false } }
        let delivery = deliver(request, sent, at: now).as(answerTo: request.method)
        intervene(sent, at: now) { if case .after(let match) = $0 { match.matches(sent) } else { false } }
        remember(at: now)
        return delivery
    }

    /// Lets everything happen that happens until `now`, in the order of time: updates end, rivals who waited go on.
    package mutating func advance(to now: Duration) {
        while let next = nextEvent, next <= now {
            plane.advance(to: next)
            remember(at: next)
            intervene(nil, at: next) { if case .time(let time) = $0 { time <= next } else { false } }
            goOn(at: next)
        }
        plane.advance(to: now)
    }

    private var nextEvent: Duration? {
        let times = interventions.compactMap { if case .time(let time) = $0.moment { time } else { nil } }
        return (times + [plane.nextEnding].compactMap(\.self)).min()
    }

    /// Each intervention happens once.
    private mutating func intervene(_ request: SentRequest?, at now: Duration, when isDue: (Moment) -> Bool) {
        let due = interventions.filter { isDue($0.moment) }
        interventions.removeAll { isDue($0.moment) }
        for intervention in due { intervention.action(&self, request, now) }
    }

    private mutating func goOn(at now: Duration) {
        for index in rivals.indices { rivals[index].act(on: &plane, at: now) }
        rivals.removeAll(where: \.isDone)
    }

    private mutating func remember(at now: Duration) {
        past.append((now, plane.withoutHistory))
    }
}

// One fault each.
extension Simulation {
    private mutating func deliver(_ request: HTTPRequest, _ sent: SentRequest, at now: Duration) -> Delivery {
        switch sent.fault {
        case nil: .answer(plane.handle(request, at: now, author: sent.author))
        case .notSent: .notSent(reason: "could not connect")
        case .requestLost: .lost(reason: "the request timed out")
        case .connectionClosed: .lost(reason: "the connection was closed")
        case .answerLost: done(request, sent, at: now) { _ in .lost(reason: "the connection was reset") }
        case .throttled: refused(request, sent, .throttled, retryAfter: nil, at: now)
        case .throttledRetryAfter: refused(request, sent, .throttled, retryAfter: 3, at: now)
        case .failed: failed(request, sent, at: now)
        case .failedButDone:
            done(request, sent, at: now) { _ in
                .answer(Refusal.internalError.asWorded(by: sent.operation).answer.response)
            }
        case .unavailable: unavailable(request, sent, at: now)
        case .cutOff:
            done(request, sent, at: now) { .answer($0.withBody(Array($0.body.prefix($0.body.count / 2)))) }
        case .garbage: done(request, sent, at: now) { .answer($0.withBody([0xFF, 0xFE, 0x00, 0x7B])) }
        case .slow: done(request, sent, at: now) { .late($0) }
        case .staleRevision: stale(request, sent, at: now, past.last { isOlderRevision($0.plane, sent.function) })
        case .staleSeconds: stale(request, sent, at: now, past.last { $0.at <= now - .seconds(5) })
        }
    }

    private mutating func done(
        _ request: HTTPRequest, _ sent: SentRequest, at now: Duration, _ spoil: (HTTPResponse) -> Delivery
    ) -> Delivery {
        let response = plane.handle(request, at: now, author: sent.author)
        plane.markLastAnswerLost()
        return spoil(response)
    }

    private mutating func refused(
        _ request: HTTPRequest, _ sent: SentRequest, _ refusal: Refusal, retryAfter: Int?, at now: Duration
    ) -> Delivery {
        var answer = refusal.asWorded(by: sent.operation).answer
        if let retryAfter { answer.headers.append(.init(name: "Retry-After", value: String(retryAfter))) }
        plane.record(answer.response, to: request, at: now, author: sent.author)
        return .answer(answer.response)
    }

    /// CompleteMultipartUpload has said 200 long before it knows.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
    private mutating func failed(_ request: HTTPRequest, _ sent: SentRequest, at now: Duration) -> Delivery {
        guard sent.operation == .completeMultipartUpload else {
            return refused(request, sent, .internalError, retryAfter: nil, at: now)
        }
        let answer = Refusal.s3InternalError.answer.response
        let response = HTTPResponse(status: 200, headers: answer.headers, body: answer.body)
        plane.record(response, to: request, at: now, author: sent.author)
        return .answer(response)
    }

    private mutating func unavailable(_ request: HTTPRequest, _ sent: SentRequest, at now: Duration) -> Delivery {
        let page = "<html><head><title>503 Service Unavailable</title></head></html>"
        let response = HTTPResponse(
            status: 503, headers: HTTPHeaders([.init(name: "Content-Type", value: "text/html")]),
            body: Array(page.utf8))
        plane.record(response, to: request, at: now, author: sent.author)
        return .answer(response)
    }

    private mutating func stale(
        _ request: HTTPRequest, _ sent: SentRequest, at now: Duration,
        _ moment: (at: Duration, plane: ControlPlane)?
    ) -> Delivery {
        // S3 does not lag behind. Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html#ConsistencyModel
        guard request.method == .get, sent.operation?.isOfS3 != true, var then = moment?.plane else {
            return .answer(plane.handle(request, at: now, author: sent.author))
        }
        return .answer(plane.handle(request, asOf: &then, at: now, author: sent.author))
    }

    private func isOlderRevision(_ then: ControlPlane, _ name: String?) -> Bool {
        guard let name, let function = then.function(name) else { return false }
        return function.latest.revisionId != plane.function(name)?.latest.revisionId
    }
}

extension Simulation.Delivery {
    /// The answer to HEAD has no body, whatever it says.
    fileprivate func `as`(answerTo method: HTTPRequest.Method) -> Simulation.Delivery {
        guard method == .head else { return self }
        return switch self {
        case .answer(let response): .answer(response.withBody([]))
        case .late(let response): .late(response.withBody([]))
        case .notSent, .lost: self
        }
    }
}
