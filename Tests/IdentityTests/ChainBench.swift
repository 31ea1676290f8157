import AWSCore
import AWSServices
import FoundationEssentials
import HTTP
import Synchronization
import Testing

@testable import Identity

/// A machine with these variables, files and programs, and whoever answers near it.
struct ChainBench: Sendable {
    var environment: [String: String] = [:]
    var files: [String: String] = [:]
    /// What a program writes; one that is not here is not there.
    var programs: [String: String] = [:]
    /// What a program says of its failure.
    var complaints: [String: String] = [:]
    var answers: [String: Near.Answer] = [:]
    let near = Near()
    let told = Told()

    static let role = "arn:aws:iam::123456789012:role/r"
    static func keys(_ id: String) -> String {
        #"{"Version":1,"AccessKeyId":"\#(id)","SecretAccessKey":"secret-\#(id)","SessionToken":"token-\#(id)","#
            + #""Expiration":"2999-01-01T00:00:00Z"}"#
    }
    /// Of no claims at all.
    static let token = "e30.e30.c2ln"

    /// The key that serves, and the step that had it.
    func found() async throws(IdentityFailure) -> (key: String, step: String) {
        let (source, step) = try await chain.find(for: nil)
        do throws(CredentialsLost) {
            return (try await source.credentials(insteadOf: nil, within: .seconds(60)).accessKeyID, step)
        } catch {
            throw .notToBeHad(step: step, reason: "\(error)")
        }
    }

    func failure() async -> IdentityFailure? {
        do throws(IdentityFailure) {
            _ = try await found()
            return nil
        } catch {
            return error
        }
    }

    /// Why a place has nothing.
    func absence(_ step: String) async -> String? {
        guard case .nothingFound(let absences, _)? = await failure() else { return nil }
        return absences.first { $0.step.contains(step) }?.reason
    }

    private var chain: CredentialsChain {
        let (files, programs, complaints) = (files, programs, complaints)
        let surroundings = Surroundings(
            environment: environment,
            read: { path in
                files[path].map { .content(Array($0.utf8)) }
                    ?? .unreadable(reason: "\(path): No such file or directory")
            },
            run: { command, _ in
                programs[command.joined(separator: " ")].map { .output(Array($0.utf8)) }
                    ?? complaints[command[0]].map { .failed(reason: "it failed (exit code 1)", said: $0) }
                    ?? .failed(reason: "No such file or directory", said: "")
            })
        near.answers.withLock { $0 = answers }
        return CredentialsChain(surroundings: surroundings, wire: wire)
    }

    var wire: IdentityWire {
        IdentityWire(
            transport: near, clock: StillClock(), region: try! Region("eu-west-1", from: "test"),  // it is one
            sts: Endpoint(
                origin: HTTPOrigin(scheme: .https, host: "sts", port: nil), basePath: "", isCustom: true),
            userAgent: "lockstep/0", longest: .seconds(60), hear: { _ in },
            hide: { secrets in told.hidden.withLock { $0 += secrets } },
            tell: { fact in told.facts.withLock { $0.append(fact) } })
    }

    final class Told: Sendable {
        let hidden = Mutex<[Secret]>([])
        let facts = Mutex<[IdentityFact]>([])
    }
}

/// The services near a machine, and STS; what has no answer is not there.
final class Near: HTTPTransport {
    struct Answer: Sendable {
        var status = 200
        var body: String
        /// It is only given to a request with this header.
        var header: HTTPHeaders.Field?

        init(_ body: String, status: Int = 200, header: HTTPHeaders.Field? = nil) {
            (self.body, self.status, self.header) = (body, status, header)
        }
    }

    let answers = Mutex<[String: Answer]>([:])
    let asked = Mutex<[String]>([])
    let limits = Mutex<[Duration]>([])

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        asked.withLock { $0.append("\(request.method.rawValue) \(request.url)") }
        limits.withLock { $0.append(request.limits.total) }
        if request.origin.host == "sts" { return answer(200, assumed(request)) }
        guard let answer = answers.withLock({ $0["\(request.method.rawValue) \(request.url)"] }) else {
            throw .notSent(reason: "nobody is there")
        }
        if let header = answer.header, request.headers[header.name] != header.value {
            return self.answer(401, "")
        }
        return self.answer(answer.status, answer.body)
    }

    private func answer(_ status: Int, _ body: String) -> HTTPResponse {
        HTTPResponse(status: status, headers: HTTPHeaders([]), body: Array(body.utf8))
    }

    /// The key tells by what it was given out.
    private func assumed(_ request: HTTPRequest) -> String {
        let signer = request.headers["Authorization"]?.split(separator: "Credential=").last?.split(separator: "/").first
        let operation = signer == nil ? "AssumeRoleWithWebIdentity" : "AssumeRole"
        return "<R><\(operation)Result><Credentials><AccessKeyId>ROLE-BY-\(signer ?? "TOKEN")</AccessKeyId>"
            + "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
            + "<Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></\(operation)Result></R>"
    }
}

/// Time that stands still unless somebody sleeps.
final class StillClock: Clock {
    private let time = Mutex(Duration.zero)

    func elapsed() -> Duration { time.withLock { $0 } }
    func secondsSince1970() -> Double { 1_796_000_000 }
    func random() -> Double { 0.5 }
    func sleep(for duration: Duration) async throws(CancellationError) { time.withLock { $0 += duration } }
}
