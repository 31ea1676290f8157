import AWSCore
import AWSServices
import Engine

// What calls a version by its number. It is asked right before the version would be deleted, and of no other.
extension FunctionDeployment {
    func eventInvokeQualifiers() async throws(Interruption) -> Set<String> {
        try await engine.call { () throws(AWSFailure) in
            try await lambda.listEventInvokeQualifiers(engine.functionName, within: Budget.write)
        }
    }

    /// - Parameter configured: what has settings of its own for asynchronous calls.
    /// - Returns: `nil` if nothing is known to use it.
    func use(
        of number: VersionNumber, _ version: FunctionConfiguration, _ configured: Set<String>, _ pruned: inout Pruned
    ) async throws(Interruption) -> VersionUse? {
        let name = engine.functionName
        if configured.contains(number.description) { return .eventInvokeConfig }
        let hasPolicy = try await engine.call { () throws(AWSFailure) in
            try await lambda.hasPolicy(number, of: name, within: Budget.read)
        }
        if hasPolicy { return .policy }
        let hasMapping = try await engine.call { () throws(AWSFailure) in
            try await lambda.hasEventSourceMapping(number, of: name, within: Budget.read)
        }
        if hasMapping { return .eventSourceMapping }
        return version.isDurable && pruned.mayBeDeleted(version) ? try await execution(of: number, &pruned) : nil
    }

    /// Who may not ask keeps the durable versions; the others need no such question.
    private func execution(of number: VersionNumber, _ pruned: inout Pruned) async throws(Interruption) -> VersionUse? {
        do {
            let isRunning = try await engine.call { () throws(AWSFailure) in
                try await lambda.hasRunningExecution(number, of: engine.functionName, within: Budget.read)
            }
            return isRunning ? .durableExecution : nil
        } catch {
            guard case .failed(.refused(let refusal)) = error, refusal.saysItIsDenied else { throw error }
            pruned.trouble = .engine(.refused(refusal))
            return nil
        }
    }
}

extension Pruned {
    /// Of a durable version it has to be known what is under way.
    func mayBeDeleted(_ version: FunctionConfiguration) -> Bool { trouble == nil || !version.isDurable }
}

extension FunctionConfiguration {
    fileprivate var isDurable: Bool { members["DurableConfig"] != nil }
}
