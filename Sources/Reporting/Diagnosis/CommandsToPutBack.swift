import AWSCore
import AWSServices
import Deployment
import Engine

extension RunResult {
    /// For whoever has to do by hand what this run could not: the AWS CLI's commands, as far as all that they need is known.
    /// What variables hold is never told.
    var commandsToPutBack: [Wording] {
        guard let name = nameOfFunction else { return [] }
        return [configurationCommand(name)].compactMap(\.self)
    }

    var nameOfFunction: String? {
        (before ?? latest)?.functionArn.flatMap(ARN.init)?.resource.split(separator: ":").last.map(String.init)
    }

    private func configurationCommand(_ name: String) -> Wording? {
        guard isConfigurationChanged, let before else { return nil }
        let standing = FunctionContent(of: before).members
        let changed = entries.reduce(into: Set<ConfigurationMember>()) { members, entry in
            if case .planned(let changes) = entry.fact { members.formUnion(changes.configuration.keys) }
        }
        let old = standing.filter { changed.contains($0.key) && $0.key != .environment }
        guard !old.isEmpty else { return nil }
        let request = JSONValue.object(Dictionary(uniqueKeysWithValues: old.map { ($0.key.rawValue, $0.value) }))
        return
            "aws lambda update-function-configuration --function-name \(ours: name) --cli-input-json '\(.json(request))'"
    }
}
