/// Everything that happened, in order: what was asked and answered, and each revision with its author.
package struct History: Sendable {
    package internal(set) var requests: [Request] = []
    package internal(set) var revisions: [Revision] = []
    package internal(set) var invocations: [Invocation] = []
    package internal(set) var deletions: [Deletion] = []
    package internal(set) var alarms: [AlarmChange] = []

    /// A request that AWS received, and its answer.
    package struct Request: Sendable {
        package let at: Duration
        package let author: String
        /// `nil`: nothing that the simulator knows.
        package let operation: Operation?
        package let function: String?
        package let method: String
        package let path: String
        package let status: Int
        /// `ResourceConflictException`, ...
        package let errorType: String?
        /// The RevisionId that the request was guarded with.
        package let guardedBy: String?
        /// Whether it was a write and was carried out.
        package let wrote: Bool
        /// What it said, where that was JSON.
        package let input: JSON
        /// What the answer said of `$LATEST`, where that was asked.
        package let shown: Shown?
        /// The alias that the answer told, as it is then.
        package let alias: ControlPlane.Alias?
        /// Whether the asker got this answer, as far as the simulator knows.
        package internal(set) var arrived: Bool
    }

    package struct Shown: Sendable, Equatable {
        package let revisionId: String?
        package let state: String?
        package let lastUpdateStatus: String?

        package var isSettled: Bool {
            // What is Failed may take new code.
            ["Active", "Inactive", "ActiveNonInvocable", "Failed"].contains(state) && lastUpdateStatus != "InProgress"
        }
    }

    /// A revision that came into being, with its whole content.
    package struct Revision: Sendable {
        package enum Resource: Sendable, Hashable {
            case latest
            case version(String)
            case alias(String)
        }

        package let at: Duration
        /// Who caused it; `aws` when an update ended.
        package let author: String
        package let cause: String
        package let function: String
        package let resource: Resource
        package let revisionId: String
        /// Of `$LATEST` and versions.
        package let content: ControlPlane.Version?
        /// Of an alias, with the state of the version it points at; `nil` when it was deleted.
        package let alias: ControlPlane.Alias?
        package let aliasedState: String?
    }

    package struct Deletion: Sendable {
        package let at: Duration
        package let author: String
        /// `nil`: the function itself.
        package let version: String?
        /// As it stood before.
        package let from: ControlPlane.Function
    }

    /// An alarm went into another state; `nil`: it was deleted.
    package struct AlarmChange: Sendable {
        package let at: Duration
        package let name: String
        package let state: String?
    }

    /// What ran.
    package struct Invocation: Sendable {
        package let at: Duration
        package let author: String
        package let function: String
        package let version: String
        package let codeSha256: String
        /// Of `$LATEST` or the version as it then was.
        package let revisionId: String
        package let payload: [UInt8]
        /// Whether the function itself failed.
        package let failed: Bool
        package let answer: [UInt8]
    }
}

extension History {
    /// The writes that were carried out for somebody.
    package func writes(by author: String) -> [Request] {
        requests.filter { $0.author == author && $0.wrote }
    }

    /// Every version of a function as it was when it was published.
    package func published(_ function: String) -> [Revision] {
        var seen: Set<Revision.Resource> = []
        return revisions.filter { revision in
            guard case .version = revision.resource, revision.function == function else { return false }
            // `$LATEST.PUBLISHED` is published again and again.
            return seen.insert(revision.resource).inserted || revision.cause == Operation.publishVersion.rawValue
        }
    }

    /// Updates and publications that somebody sent although his last look had shown `$LATEST` unsettled, or without the
    /// RevisionId that this look had shown.
    package func blindWrites(by author: String) -> [Request] {
        var looks: [String: Shown] = [:]
        return requests.filter { request in
            guard request.author == author, let function = request.function else { return false }
            if let shown = request.shown, request.arrived { looks[function] = shown }
            switch request.operation {
            case .updateFunctionCode, .updateFunctionConfiguration, .publishVersion:
                let look = looks[function]
                return look?.isSettled != true || look?.revisionId != request.guardedBy
            default: return false
            }
        }
    }
}
