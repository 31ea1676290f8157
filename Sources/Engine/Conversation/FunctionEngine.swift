import AWSCore
import AWSServices

/// The guarded conversation with a control plane about one function: looks, waits, and writes that are sent only over what
/// was looked at. It knows no plan and no step; what it finds out it tells as facts.
package struct FunctionEngine: Sendable {
    package let functionName: String
    package let lambda: Lambda
    package let clock: any Clock
    package let waits: WaitPolicy
    /// Whether its user would start over after a rival: then code of which nobody can tell whose it is may be sent over.
    package let mayStartOver: Bool
    let memory = Memory()
    private let sink: @Sendable (EngineFact) -> Void

    /// - Parameter sink: is told everything that happens, in order.
    package init(
        functionName: String, lambda: Lambda, clock: any Clock, waits: WaitPolicy, mayStartOver: Bool,
        sink: @escaping @Sendable (EngineFact) -> Void
    ) {
        self.functionName = functionName
        self.lambda = lambda
        self.clock = clock
        self.waits = waits
        self.mayStartOver = mayStartOver
        self.sink = sink
    }

    package func tell(_ fact: EngineFact) {
        sink(fact)
    }
}
