import AWSCore
import AWSServices

// What is asked of Lambda while nothing is changed. `nil`: it is not there.
extension FunctionEngine {
    package func lookAtLatest(within budget: Duration) async throws(Interruption) -> FunctionDescription? {
        try await call { () throws(AWSFailure) in
            try await lambda.getFunction(functionName, qualifier: nil, within: budget)
        }
    }

    package func lookAtVersion(_ number: VersionNumber) async throws(Interruption) -> FunctionConfiguration? {
        try await lookAtVersion(number.description, within: Budget.read)?.configuration
    }

    package func lookAtVersion(
        _ number: String, within budget: Duration
    ) async throws(Interruption) -> FunctionDescription? {
        try await call { () throws(AWSFailure) in
            try await lambda.getFunction(functionName, qualifier: number, within: budget)
        }
    }

    /// All of them, oldest first.
    package func publishedVersions() async throws(Interruption) -> [FunctionConfiguration] {
        try await call { () throws(AWSFailure) in
            try await lambda.listVersions(functionName, within: Budget.write)
        }
    }

    package func lookAtAlias(_ name: String, within budget: Duration) async throws(Interruption) -> AliasConfiguration?
    {
        try await call { () throws(AWSFailure) in
            try await lambda.getAlias(name, of: functionName, within: budget)
        }
    }

    package func lookAtProvisionedConcurrency(
        of alias: String, within budget: Duration
    ) async throws(Interruption) -> ProvisionedConcurrency? {
        try await call { () throws(AWSFailure) in
            try await lambda.getProvisionedConcurrency(of: alias, functionName, within: budget)
        }
    }

    /// A call to AWS, its failure being the deployment's.
    package func call<Answer>(_ send: () async throws(AWSFailure) -> Answer) async throws(Interruption) -> Answer {
        do {
            return try await send()
        } catch {
            throw .failed(EngineFailure(error))
        }
    }
}
