import AWSCore

/// When to look again while AWS works: after a share of the time waited so far, so that a change is noticed within
/// about that share of its own length, and a long wait costs few calls.
package enum PollSchedule {
    private static let share = 0.15
    private static let shortest = 0.2
    private static let longest = 5.0
    /// Each delay is up to so much shorter, so that many clients do not poll in step.
    private static let jitter = 0.1

    /// The time before the first look at what an answer has just shown at work: a look at once would tell nothing new.
    package static let first = Duration.seconds(shortest)

    /// How long after its end somebody who waits for an update on this schedule may first hear of it.
    package static func longestLag(afterWaiting waited: Duration) -> Duration {
        .seconds(min(max(share * waited.inSeconds, shortest), longest))
    }

    /// The time until the next look.
    /// - Parameters:
    ///   - waited: since the wait began.
    ///   - remaining: until the wait's deadline; the last look lands on it.
    ///   - chance: from 0 up to 1.
    package static func delay(waited: Duration, remaining: Duration, chance: Double) -> Duration {
        min(longestLag(afterWaiting: waited) * (1 - jitter * chance), remaining)
    }
}
