import AWSCore
import AWSServices
import HTTP
import Synchronization

/// A service that says the same to whatever it is asked.
final class FuzzedService: HTTPTransport {
    private let answer: HTTPResponse
    private let count = Mutex(0)

    init(_ answer: HTTPResponse) {
        self.answer = answer
    }

    /// How many requests came.
    var requests: Int { count.withLock { $0 } }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        count.withLock { $0 += 1 }
        return answer
    }

    func client(_ service: AWSService) throws -> AWSClient {
        try benchClient(over: self, service, PassingClock())
    }
}

/// Time passes only when somebody waits.
final class PassingClock: Clock {
    private let passed = Mutex(Duration.zero)

    func elapsed() -> Duration { passed.withLock { $0 } }
    func secondsSince1970() -> Double { 1_440_938_160 + elapsed() / .seconds(1) }
    func random() -> Double { 0.9 }

    func sleep(for duration: Duration) async throws(CancellationError) {
        passed.withLock { $0 += duration }
    }
}
