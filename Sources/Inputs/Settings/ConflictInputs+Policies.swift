import Deployment
import Engine

extension ConflictInputs {
    func policy(_ inspection: inout Inspection) -> ConflictPolicy {
        let onConflict = inspection.read("on-conflict", onConflict, ConflictPolicy.OnConflict.init(input:))
        let retries = inspection.read("max-retries", maxRetries, WholeNumber(range: 0...100, unit: "").read)
        return ConflictPolicy(onConflict: onConflict ?? .retry, maxRetries: retries ?? 5)
    }

    func waits(_ inspection: inout Inspection) -> WaitPolicy {
        let timeout = inspection.read("wait-timeout", waitTimeout, Duration.init(waitInput:))
        let onTimeout = inspection.read("on-wait-timeout", onWaitTimeout, WaitPolicy.OnTimeout.init(input:))
        return WaitPolicy(timeout: timeout ?? .seconds(300), onTimeout: onTimeout ?? .fail)
    }
}
