import AWSCore
import Engine

private let wakeUpsAtMost = 3

/// Why a test has to be run again: the function was idle, or its answer was lost.
struct TestSetbacks {
    private var wakeUps = 0
    private var losses = Troubles(limit: Budget.write)

    /// The time before the next try. A test whose answer was lost is run again: that is what a test is for.
    /// - Throws: the interruption again, where another try would change nothing.
    mutating func pause(after interruption: Interruption, _ engine: FunctionEngine) throws(Interruption) -> Duration {
        switch interruption {
        case .failed(.refused(let refusal)) where refusal.saysNotReady && wakeUps < wakeUpsAtMost:
            wakeUps += 1
            return .seconds(wakeUps)
        case .failed(.unknown):
            losses.add(try engine.trouble(with: .invoke, interruption), at: engine.clock.elapsed())
            try losses.requireTimeLeft(at: engine.clock.elapsed())
            return losses.pause(chance: engine.clock.random())
        default: throw interruption
        }
    }
}

extension Refusal {
    /// An idle function is being made ready: 502 for the first invocation, 409 while it lasts. The others pass as well.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#API_Invoke_Errors
    var saysNotReady: Bool {
        [
            "ResourceNotReadyException", "ResourceConflictException", "SnapStartNotReadyException",
            "CodeArtifactUserPendingException", "SnapStartRegenerationFailureException", "ENINotReadyException",
        ].contains(code)
    }
}
