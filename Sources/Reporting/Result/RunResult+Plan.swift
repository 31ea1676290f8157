import AWSCore
import AWSServices
import Deployment
import Engine

// All that was to be done, for the output of that name.
extension RunResult {
    /// An object for each thing, with `name`, `before` and `after`: first the settings by AWS's own names, then `Version`,
    /// `Alias NAME`, `Smoke tests`, `Traffic` and `Old versions`, as far as something is to become of them.
    func planned(redacting redact: (String) -> String) -> [JSONValue] {
        let steps = differences.map(PlannedStep.init) + entries.flatMap { $0.fact.plannedSteps }
        return steps.map { $0.json(redacting: redact) }
    }
}

extension RunResult {
    /// What a dry run has come to; `nil`: the run did not get so far, or none was asked for.
    var dryRun: String? {
        last { fact in
            switch fact {
            case .dryRun(.proved): "proved"
            case .dryRun: "not-proved"
            default: nil
            }
        }
    }
}

/// A new version has no number yet.
private let new = JSONValue.string("new")

/// One of them. Names may be anybody's.
private struct PlannedStep {
    let name: Wording
    var before: JSONValue?
    var after: JSONValue?
    /// Whether the values are somebody's.
    var isSupplied = false

    func json(redacting redact: (String) -> String) -> JSONValue {
        let values = [before, after].map { isSupplied ? $0?.mapStrings(redact) : $0 }
        return .object([
            "name": .string(name.text(redacting: redact)), "before": values[0] ?? .null, "after": values[1] ?? .null,
        ])
    }
}

extension PlannedStep {
    init(_ difference: Difference) {
        self.init(
            name: difference.nameWording, before: difference.before, after: difference.after,
            isSupplied: !difference.isTold)
    }
}

extension Fact {
    fileprivate var plannedSteps: [PlannedStep] {
        switch self {
        case .releasePreviewed(let version, let name, let alias):
            [
                version == nil ? PlannedStep(name: "Version", after: new) : nil,
                name.flatMap { move(of: $0, from: alias, to: version) },
            ].compactMap(\.self)
        case .rollbackDecided(let decision, let alias):
            [move(of: alias.name, from: alias, to: decision.target.description)].compactMap(\.self)
        case .stepsPreviewed(let steps): steps.planned
        default: []
        }
    }
}

private func move(of name: String, from alias: AliasConfiguration?, to version: String?) -> PlannedStep? {
    if let alias, alias.isWholly(at: version) { return nil }
    return PlannedStep(
        name: "Alias \(ours: name)", before: alias.map { .string($0.traffic) },
        after: version.map(JSONValue.string) ?? new)
}

extension PreviewedSteps {
    fileprivate var planned: [PlannedStep] {
        let tests = tests.map { tests in
            PlannedStep(
                name: "Smoke tests", after: .array(tests.names.map { .string($0 ?? "smoke test") }), isSupplied: true)
        }
        return [tests, traffic?.planned, deletion.planned].compactMap(\.self)
    }
}

extension PlannedTraffic {
    fileprivate var planned: PlannedStep? {
        switch shift {
        case .atOnce: nil
        case .inSteps(let steps): PlannedStep(name: "Traffic", after: .string(steps.wording.text { $0 }))
        case .byCodeDeploy: PlannedStep(name: "Traffic", after: .string("by CodeDeploy"))
        }
    }
}

extension PreviewedDeletion {
    fileprivate var planned: PlannedStep? {
        guard case .of(let versions) = self, !versions.isEmpty else { return nil }
        return PlannedStep(name: "Old versions", before: .array(versions.map { .string($0.description) }))
    }
}
