import AWSCore
import AWSServices

// What is asked of Lambda while nothing is changed. `nil`: it is not there.
extension Deployment {
    func lookAtLatest(within budget: Duration) async throws(Interruption) -> FunctionDescription? {
        try await call { () throws(AWSFailure) in
            try await lambda.getFunction(plan.functionName, qualifier: nil, within: budget)
        }
    }

    func lookAtVersion(_ number: VersionNumber) async throws(Interruption) -> FunctionConfiguration? {
        try await lookAtVersion(number.description, within: Budget.read)?.configuration
    }

    func lookAtVersion(
        _ number: String, within budget: Duration
    ) async throws(Interruption) -> FunctionDescription? {
        try await call { () throws(AWSFailure) in
            try await lambda.getFunction(plan.functionName, qualifier: number, within: budget)
        }
    }

    /// All of them, oldest first.
    func publishedVersions() async throws(Interruption) -> [FunctionConfiguration] {
        try await call { () throws(AWSFailure) in
            try await lambda.listVersions(plan.functionName, within: Budget.write)
        }
    }

    func lookAtAlias(_ name: String, within budget: Duration) async throws(Interruption) -> AliasConfiguration? {
        try await call { () throws(AWSFailure) in
            try await lambda.getAlias(name, of: plan.functionName, within: budget)
        }
    }

    /// A call to AWS, its failure being the deployment's.
    func call<Answer>(_ send: () async throws(AWSFailure) -> Answer) async throws(Interruption) -> Answer {
        do {
            return try await send()
        } catch {
            throw .failed(DeploymentFailure(error))
        }
    }
}
