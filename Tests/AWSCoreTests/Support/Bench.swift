import AWSCore
import HTTP

typealias Reply = ScriptedTransport.Reply

/// A client on a script, the clock that it lives by, and one call each way.
struct Bench {
    let clock: ManualClock
    let transport: ScriptedTransport
    let client: AWSClient

    init(
        _ script: [Reply], clock: ManualClock = ManualClock(), secondsAnAnswer: Int = 0,
        signature: AWSService.Signature = .ordinary,
        credentials: any CredentialsSource = Credentials(
            accessKeyID: "AKIDEXAMPLE", secretAccessKey: Secret("s"), sessionToken: nil)
    ) throws {
        self.clock = clock
        transport = ScriptedTransport(script, clock: clock, secondsAnAnswer: secondsAnAnswer)
        client = AWSClient(
            transport: transport, clock: clock, credentials: credentials,
            region: try Region("eu-west-1", from: "test"),
            service: AWSService(
                signingName: "lambda", hostPrefix: "", endpointVariable: "", signature: signature, errors: .json),
            endpoint: Endpoint(
                origin: HTTPOrigin(scheme: .http, host: "localhost", port: 9), basePath: "/base", isCustom: true),
            userAgent: "lockstep/0")
    }

    func send(_ effect: AWSCall.Effect, within budget: Duration) async throws(AWSFailure) -> [String: JSONValue] {
        try await send(call(effect), within: budget)
    }

    /// What became of it: the failure, or nothing.
    func failure(_ effect: AWSCall.Effect, within budget: Duration) async -> AWSFailure? {
        await failure(call(effect), within: budget)
    }

    func failure(_ call: AWSCall, within budget: Duration) async -> AWSFailure? {
        do throws(AWSFailure) {
            _ = try await send(call, within: budget)
            return nil
        } catch {
            return error
        }
    }

    func send(_ call: AWSCall, within budget: Duration) async throws(AWSFailure) -> [String: JSONValue] {
        try await client.send(call, within: budget) { answer throws(UnreadableAnswer) in
            try answer.jsonObject
        }
    }

    func call(_ effect: AWSCall.Effect) -> AWSCall {
        var call = AWSCall(operation: "Op", effect: effect, method: effect == .read ? .get : .put, path: "/path")
        call.harmlessFaults = ["ResourceNotReadyException"]
        return call
    }
}

let success = Reply.answer(200, #"{"a":1,"b":null}"#)
let notSent = Reply.failure(.notSent(reason: "refused"))
let reset = Reply.failure(.outcomeUnknown(reason: "reset"))
let throttled = Reply.answer(429, #"{"message":"Rate exceeded"}"#)
let budget = Duration.seconds(60)
