import Deployment
import Engine

extension ConflictInputs {
    func policy(_ inspection: inout Inspection) -> ConflictPolicy {
        let onConflict = inspection.read(\.onConflict, of: self, ConflictPolicy.OnConflict.init(input:))
        let retries = inspection.read(\.maxRetries, of: self, WholeNumber(range: 0...100, unit: "").read)
        return ConflictPolicy(onConflict: onConflict ?? .retry, maxRetries: retries ?? 5)
    }

    func waits(_ inspection: inout Inspection) -> WaitPolicy {
        let timeout = inspection.read(\.waitTimeout, of: self, Duration.init(waitInput:))
        let onTimeout = inspection.read(\.onWaitTimeout, of: self, WaitPolicy.OnTimeout.init(input:))
        let deadline = inspection.read(\.deadline, of: self, Duration.init(deadlineInput:))
        return WaitPolicy(timeout: timeout ?? .seconds(300), onTimeout: onTimeout ?? .fail, deadline: deadline)
    }

    /// Steps that the run's time ends before would put the alias back each time.
    func check(
        _ waits: WaitPolicy, against traffic: PlannedTraffic?, _ inspection: inout Inspection
    ) {
        guard let deadline = waits.deadline, let steps = traffic?.lasts, steps + Budget.puttingBack >= deadline
        else { return }
        inspection.note(
            \Self.deadline,
            "is \(deadline.components.seconds) seconds, \(Budget.puttingBack.components.seconds) of them for putting back, but the "
                + "steps of traffic alone take \(steps.components.seconds): raise it, or shorten the steps")
    }
}
