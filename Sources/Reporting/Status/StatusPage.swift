import AWSCore
import AWSServices
import Deployment
import Engine

/// What a function is up to, for people: a title, and below it what they would ask next.
package struct StatusPage: Sendable {
    private let status: FunctionStatus
    private let now: Double

    /// - Parameter now: seconds since 1970.
    package init(_ status: FunctionStatus, now: Double) {
        self.status = status
        self.now = now
    }

    /// A line each. What stands below another begins with two blanks.
    package var lines: [Wording] {
        [heading, "  $LATEST: \(latest)", "  \(status.deployability.wording)"]
            + aliasLines.map { "  " + $0 } + versionLines.map { "  " + $0 } + unseen.map { "  " + $0 }
    }

    private var heading: Wording {
        let link = status.latest.functionArn.flatMap(ConsoleLinks.init(functionArn:))?.function
        return "\(ours: status.name)\(ours: link.map { " · \($0)" } ?? "")"
    }

    private var latest: Wording {
        joined([
            "\(Status(status.latest))", changed(status.latest), code(of: status.latest),
            status.latest.record?.run.map { "run \(ours: $0.text)" },
        ])
    }

    private var aliasLines: [Wording] {
        guard case .success(let aliases) = status.aliases else { return [] }
        if aliases.isEmpty { return ["No alias: all callers get $LATEST, or name a version."] }
        return aliases.sorted { $0.name < $1.name }.flatMap { alias -> [Wording] in
            let present = version(alias.functionVersion)
            let release: Wording? = present.map { human($0) }
            let mover: Wording? = alias.record?.run.map { "moved by run \(ours: $0.text)" }
            return [
                "Alias " + joined([alias.wording, release, mover, provisioned(alias.name)]),
                "  \(status.wayBack(of: alias)?.wording ?? noWayBack)",
            ]
        }
    }

    private var noWayBack: Wording {
        if case .failure = status.versions { return "Where a rollback would go is not known." }
        return "A rollback has nowhere to go: no older version is known."
    }

    private var versionLines: [Wording] {
        guard case .success(let versions) = status.versions else { return [] }
        if versions.isEmpty { return ["No version has been published."] }
        let shown = versions.reversed().prefix(Self.mostVersions)
        let rest = versions.count - shown.count
        return ["Versions, newest first:"]
            + shown.map { version in
                let serves = status.aliases(serving: version).map(\.name).sorted().joined(separator: ", ")
                return "  "
                    + joined([
                        "\(ours: version.version ?? "?")", human(version), changed(version), code(of: version),
                        version.record?.run.map { "run \(ours: $0.text)" }, provisioned(version.version ?? ""),
                        serves.isEmpty ? nil : "serves \(ours: serves)",
                    ])
            } + (rest > 0 ? ["  and \(rest) older"] : [])
    }

    private static let mostVersions = 10

    /// What could not be read, and why.
    private var unseen: [Wording] {
        status.unseen.map { "\(ours: $0.what) not shown: \($0.failure.wording)." }
    }

    private func version(_ number: String) -> FunctionConfiguration? {
        status.knownVersions.first { $0.version == number }
    }

    private func provisioned(_ qualifier: String) -> Wording? {
        guard let found = status.provisionedConcurrency(of: qualifier) else { return nil }
        let reason: Wording = found.reason.map { " (\(supplied: $0.withoutFullStop))" } ?? ""
        return "provisioned concurrency \(ours: found.state.description)\(reason)"
    }

    private func human(_ version: FunctionConfiguration) -> Wording { "\(supplied: version.humanDescription)" }

    private func changed(_ version: FunctionConfiguration) -> Wording? {
        version.lastModified.flatMap(lambdaTime).map { "changed \(ours: age(max(0, now - $0)))" }
    }

    private func code(of version: FunctionConfiguration) -> Wording? {
        let size: Wording? = version.codeSize.flatMap { $0 > 0 ? "\(bytes: $0)" : nil }
        let digest: Wording? = version.codeSha256.map { "\(ours: $0.shortDigest)" }
        let parts = [size, digest].compactMap(\.self)
        return parts.isEmpty ? nil : "code " + parts.joined(separator: " ")
    }
}

private func joined(_ parts: [Wording?]) -> Wording {
    parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
}

extension Deployability {
    fileprivate var wording: Wording {
        switch self {
        case .now: "A deployment can start now."
        case .asACure(let reason):
            "A deployment can start now, and may be the fix. AWS's reason: \(reason.wording). \(reason.cure(orElse: ""))"
        case .afterWaiting: "A deployment would wait: an update is in progress, or the function is not ready yet."
        case .never(let reason):
            "Nothing can be deployed. AWS's reason: \(reason.wording). \(reason.cure(orElse: "Fix what AWS reports."))"
        }
    }
}

extension WayBack {
    fileprivate var wording: Wording {
        switch reason {
        case .recordedInAlias, .recordedInVersion: "A rollback goes to version \(target), which was live before."
        case .halfShifted: "A rollback gives all traffic to version \(target): a newer version loses its share."
        case .guessed, .asked, .described:
            "A rollback goes to version \(target), which is a guess: nothing is recorded of what was live before."
        }
    }
}
