import HTTP
import Synchronization

/// A request on its way to the loop's thread, with who waits for its answer.
struct Call: Sendable {
    let request: HTTPRequest
    let accepted: ContinuousClock.Instant
    let cancellation: Cancellation
    let continuation: CheckedContinuation<Result<HTTPResponse, HTTPFailure>, Never>
}

/// Whether the task that waits has been cancelled; asked for on any thread, seen by the loop's.
final class Cancellation: Sendable {
    private let asked = Atomic(false)

    var isAsked: Bool { asked.load(ordering: .acquiring) }

    func ask() {
        asked.store(true, ordering: .releasing)
    }
}
