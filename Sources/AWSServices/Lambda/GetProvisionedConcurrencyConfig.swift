import AWSCore

/// How far the instances are that are kept warm for an alias or a version.
package struct ProvisionedConcurrency: Sendable, Equatable {
    package enum State: Sendable, Equatable {
        case inProgress, ready, failed
        case other(String)
    }

    package let state: State
    package let reason: String?

    package init(state: State, reason: String?) {
        self.state = state
        self.reason = reason
    }
}

extension Lambda {
    /// `nil` where there is none, or where the control plane knows none at all.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetProvisionedConcurrencyConfig.html
    package func getProvisionedConcurrency(
        of qualifier: String, _ name: String, within budget: Duration
    ) async throws(AWSFailure) -> ProvisionedConcurrency? {
        let path = "/2019-09-30/functions/\(pathSegment(name))/provisioned-concurrency"
        var call = AWSCall.read("GetProvisionedConcurrencyConfig", path)
        call.query = [HTTPQueryItem(name: "Qualifier", value: qualifier)]
        do throws(AWSFailure) {
            return try await client.send(call, within: budget, read: ProvisionedConcurrency.init(answer:))
        } catch {
            if case .refused(let refusal) = error, refusal.status == 404 { return nil }
            throw error
        }
    }
}

extension ProvisionedConcurrency {
    fileprivate init(answer: HTTPResponse) throws(UnreadableAnswer) {
        let members = try answer.jsonObject
        guard let status = members["Status"]?.string else { throw UnreadableAnswer(reason: "the answer has no Status") }
        self.init(state: State(status), reason: members["StatusReason"]?.string)
    }
}

extension ProvisionedConcurrency.State: CustomStringConvertible {
    package init(_ text: String) {
        switch text {
        case "IN_PROGRESS": self = .inProgress
        case "READY": self = .ready
        case "FAILED": self = .failed
        default: self = .other(text)
        }
    }

    package var description: String {
        switch self {
        case .inProgress: "IN_PROGRESS"
        case .ready: "READY"
        case .failed: "FAILED"
        case .other(let text): text
        }
    }
}
