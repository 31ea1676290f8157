import AWSCore
import AWSServices
import Deployment
import Engine

/// What a function is up to, for programs: one JSON object. What could not be read is null, and `notSeen` says why.
package struct StatusJSON {
    private let status: FunctionStatus
    private let redact: (String) -> String

    /// - Parameter redact: takes the secrets out of what others wrote; names, states and digests stay whole.
    package init(_ status: FunctionStatus, redacting redact: @escaping (String) -> String) {
        self.status = status
        self.redact = redact
    }

    package var value: JSONValue {
        let latest = status.latest
        return .object([
            "function": .string(status.name),
            "arn": text(latest.functionArn),
            "state": text(latest.state?.description),
            "stateReason": text(latest.stateReason.map(redact)),
            "lastUpdateStatus": text(latest.lastUpdateStatus?.description),
            "lastUpdateStatusReason": text(latest.lastUpdateStatusReason.map(redact)),
            "lastModified": text(latest.lastModified),
            "codeSha256": text(latest.codeSha256),
            "revisionId": text(latest.revisionId),
            "deployable": .string(status.deployability.word),
            "aliases": list(status.aliases) { $0.sorted { $0.name < $1.name }.map(alias) },
            "versions": list(status.versions) { $0.reversed().map(version) },
            "notSeen": .array(notSeen.map(JSONValue.string)),
        ])
    }

    private func alias(_ alias: AliasConfiguration) -> JSONValue {
        let back = status.wayBack(of: alias)
        return .object([
            "name": .string(alias.name),
            "version": .string(alias.functionVersion),
            "weights": .object(alias.additionalVersionWeights.mapValues(JSONValue.number)),
            "description": .string(redact(alias.description)),
            "movedByRun": text(alias.record?.run?.text),
            "provisionedConcurrency": provisioned(alias.name),
            "rollbackTo": text(back?.target.description),
            "rollbackIsAGuess": .bool(back?.reason == .guessed),
        ])
    }

    private func version(_ version: FunctionConfiguration) -> JSONValue {
        .object([
            "version": text(version.version),
            "description": .string(redact(version.humanDescription)),
            "lastModified": text(version.lastModified),
            "codeSha256": text(version.codeSha256),
            "publishedByRun": text(version.record?.run?.text),
            "provisionedConcurrency": provisioned(version.version ?? ""),
            "aliases": .array(status.aliases(serving: version).map { .string($0.name) }),
        ])
    }

    private func provisioned(_ qualifier: String) -> JSONValue {
        text(status.provisionedConcurrency(of: qualifier)?.state.description)
    }

    private var notSeen: [String] { status.unseen.map { $0.failure.wording.text(redacting: redact) } }
}

private func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

private func list<Row>(_ rows: Result<[Row], AWSFailure>, _ values: ([Row]) -> [JSONValue]) -> JSONValue {
    (try? rows.get()).map { .array(values($0)) } ?? .null  // `notSeen` tells why
}

extension Deployability {
    fileprivate var word: String {
        switch self {
        case .now: "now"
        case .asACure: "now-as-a-fix"
        case .afterWaiting: "after-waiting"
        case .never: "never"
        }
    }
}
