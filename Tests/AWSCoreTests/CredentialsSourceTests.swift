import HTTP
import Synchronization
import Testing

@testable import AWSCore

/// Gives its keys one after the other: the next whenever one is refused.
private final class Keyring: CredentialsSource {
    private let keys: Mutex<[String]>

    init(_ keys: [String]) { self.keys = Mutex(keys) }

    func credentials(
        insteadOf refused: Credentials?, within budget: Duration
    ) async throws(CredentialsLost) -> Credentials {
        let key = keys.withLock { keys in
            if refused?.accessKeyID == keys.first, keys.count > 1 { keys.removeFirst() }
            return keys.first
        }
        guard let key else { throw .failed(reason: "the ring is empty") }
        return Credentials(accessKeyID: key, secretAccessKey: Secret("s"), sessionToken: nil)
    }
}

@Suite struct CredentialsSourceTests {
    private let expired = Reply.answer(403, #"{"message":"expired"}"#, ["x-amzn-errortype": "ExpiredTokenException"])

    private func bench(_ script: [Reply], keys: [String]) throws -> Bench {
        try Bench(script, credentials: Keyring(keys))
    }

    private func signers(_ bench: Bench) -> [Substring?] {
        bench.transport.requests.map { $0.headers["Authorization"]?.split(separator: "=")[1].split(separator: "/")[0] }
    }

    @Test(arguments: [AWSCall.Effect.read, .repeatable, .write])
    func whatIsRefusedForKeysThatHaveEndedIsSentOnceMoreByOthers(effect: AWSCall.Effect) async throws {
        let bench = try bench([expired, success], keys: ["OLD", "NEW"])
        #expect(try await bench.send(effect, within: budget) == ["a": .integer(1)])
        #expect(signers(bench) == ["OLD", "NEW"] && bench.clock.pauses.isEmpty)
    }

    @Test func withoutOthersTheRefusalStands() async throws {
        let bench = try bench([expired], keys: ["OLD"])
        guard case .refused(let refusal)? = await bench.failure(.read, within: budget) else {
            Issue.record("it is not refused")
            return
        }
        #expect(refusal.saysKeysHaveExpired)
    }

    @Test func othersAreTakenJustOnce() async throws {
        let bench = try bench([expired, expired], keys: ["OLD", "NEW", "NEWER"])
        #expect(await bench.failure(.read, within: budget) != nil)
        #expect(signers(bench) == ["OLD", "NEW"])
    }

    @Test func withoutKeysNothingIsSent() async throws {
        let bench = try bench([], keys: [])
        guard case .refused(let refusal)? = await bench.failure(.write, within: budget) else {
            Issue.record("it passes")
            return
        }
        #expect(refusal.saysKeysHaveExpired && refusal.message.hasSuffix("could not be had: the ring is empty"))
    }

    @Test func whatNobodySignsAsksForNoKeys() async throws {
        let bench = try bench([success], keys: [])
        var call = bench.call(.read)
        call.isSigned = false
        _ = try await bench.send(call, within: budget)
        #expect(signers(bench) == [nil])
    }
}
