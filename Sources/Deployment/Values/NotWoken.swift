import AWSCore

/// Why a version that sleeps is not woken before it gets traffic.
package enum NotWoken: Sendable {
    case refused(Refusal)
    /// A durable function that may run for longer than a synchronous call.
    case runsTooLong(seconds: Int)
    /// `on-wait-timeout: attempt` says to go on.
    case takesTooLong
}
