/// A request that a client set out to send, whether or not it arrived.
package struct SentRequest: Sendable {
    /// From 1, over all clients of a world.
    package let number: Int
    package let at: Duration
    package let author: String
    package let operation: Operation?
    package let function: String?
    /// How many of this operation there were, this one included.
    package let occurrence: Int
    package let fault: Fault?
}

/// Which requests are meant.
package struct RequestMatch: Sendable {
    package let matches: @Sendable (SentRequest) -> Bool

    package static func `where`(_ matches: @escaping @Sendable (SentRequest) -> Bool) -> RequestMatch {
        RequestMatch(matches: matches)
    }

    /// The n-th request, from 1.
    package static func number(_ number: Int) -> RequestMatch {
        .where { $0.number == number }
    }

    /// The n-th request of an operation, from 1.
    package static func operation(_ operation: Operation, occurrence: Int) -> RequestMatch {
        .where { $0.operation == operation && $0.occurrence == occurrence }
    }
}

/// When something happens beside what the clients do.
package enum Moment: Sendable {
    /// At a time since the beginning.
    case time(Duration)
    /// When the request arrives, right before it is handled.
    case before(RequestMatch)
    /// Right after it was handled, before the answer is back.
    case after(RequestMatch)
}
