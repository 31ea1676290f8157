/// One try of one call, and what came of it, for who listens.
package struct AWSTry: Sendable {
    package let operation: String
    package let took: Duration
    /// `nil`: there was no answer.
    package let status: Int?
    package let requestID: String?
    /// Why it brought no answer that can be used; `nil`: it did.
    package let setback: Setback?
    /// After what pause it is made again; `nil`: it is not.
    package let pause: Duration?

    package init(
        operation: String, took: Duration, status: Int?, requestID: String?, setback: Setback?, pause: Duration?
    ) {
        self.operation = operation
        self.took = took
        self.status = status
        self.requestID = requestID
        self.setback = setback
        self.pause = pause
    }
}

extension Setback {
    package enum Kind: Sendable, Hashable {
        case throttled, passing, unreachable, unclear, clockSkewed
    }

    /// `nil`: of the kind that is never tried again.
    package var kind: Kind? {
        switch self {
        case .throttled: .throttled
        case .passing: .passing
        case .notSent, .unresolved: .unreachable
        case .unclear: .unclear
        case .clockSkewed: .clockSkewed
        case .untrusted, .refused, .cancelled: nil
        }
    }
}
