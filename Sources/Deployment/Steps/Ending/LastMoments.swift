import AWSCore
import Engine

/// The runner kills a cancelled step after 7.5 seconds, and a write under way has had two of them.
struct LastMoments {
    let forOneCall: Duration
    private let deadline: Deadline
    /// To put `$LATEST` back in; `nil`: as long as AWS needs for it.
    let forRestoring: Duration?

    init(isCancelled: Bool, _ clock: any Clock) {
        forRestoring = isCancelled ? Budget.lastRestoration : nil
        forOneCall = isCancelled ? Budget.lastCall : Budget.leastForARead
        deadline = Deadline(after: isCancelled ? Budget.lastCalls : Budget.write, by: clock)
    }

    /// For the next call about the alias.
    var left: Duration { min(forOneCall, deadline.left) }
}
