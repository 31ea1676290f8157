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
        return WaitPolicy(timeout: timeout ?? .seconds(300), onTimeout: onTimeout ?? .fail)
    }
}
