import AWSCore
import AWSServices
import Engine

/// Reads what a function is up to, and writes nothing.
package struct StatusReader: Sendable {
    private let lambda: Lambda

    package init(lambda: Lambda) {
        self.lambda = lambda
    }

    /// Four kinds of reads, side by side once the function is known to be there.
    /// - Returns: `nil`: there is no such function.
    package func status(of name: String) async throws(AWSFailure) -> FunctionStatus? {
        guard let latest = try await latest(of: name) else { return nil }
        async let aliases = result { () throws(AWSFailure) in
            try await lambda.listAliases(name, within: Budget.read)
        }
        async let versions = result { () throws(AWSFailure) in
            try await lambda.listVersions(name, within: Budget.read)
        }
        async let provisioned = result { () throws(AWSFailure) in try await provisionedConcurrency(of: name) }
        return await FunctionStatus(
            name: name, latest: latest, aliases: aliases, versions: versions, provisioned: provisioned)
    }

    /// The one read that a watch repeats.
    package func latest(of name: String) async throws(AWSFailure) -> FunctionConfiguration? {
        try await lambda.getFunction(name, qualifier: nil, within: Budget.read)?.configuration
    }

    private func provisionedConcurrency(of name: String) async throws(AWSFailure) -> [String: ProvisionedConcurrency] {
        var found: [String: ProvisionedConcurrency] = [:]
        for qualifier in try await lambda.listProvisionedQualifiers(name, within: Budget.read).sorted() {
            found[qualifier] = try await lambda.getProvisionedConcurrency(of: qualifier, name, within: Budget.read)
        }
        return found
    }
}

private func result<Value>(
    _ read: @Sendable () async throws(AWSFailure) -> Value
) async -> Result<Value, AWSFailure> {
    do throws(AWSFailure) {
        return .success(try await read())
    } catch {
        return .failure(error.withoutRequestID)
    }
}

extension AWSFailure {
    /// So that the same refusal is the same status when it comes again.
    fileprivate var withoutRequestID: AWSFailure {
        guard case .refused(let refusal) = self else { return self }
        return .refused(
            Refusal(
                operation: refusal.operation, status: refusal.status, code: refusal.code, message: refusal.message,
                requestID: nil))
    }
}
