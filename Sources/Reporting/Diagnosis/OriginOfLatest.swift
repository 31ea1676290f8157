import AWSCore
import AWSServices
import Deployment
import Engine

/// Whose something is that stands now.
private enum Owner {
    case standing, thisRun, somebodyElse

    var wording: Wording {
        switch self {
        case .standing: "the old"
        case .thisRun: "the new"
        case .somebodyElse: "someone else's"
        }
    }
}

extension RunResult {
    /// Whose code and configuration `$LATEST` has. The whole digest is told among the steps.
    func origin(of latest: FunctionConfiguration) -> Wording {
        let digest: Wording = latest.codeSha256.map { " (\(ours: $0.shortDigest))" } ?? ""
        guard let before else { return "code\(digest) and configuration" }
        let code = ownerOfCode(latest, before)
        let configuration = ownerOfConfiguration(FunctionContent(of: latest), FunctionContent(of: before))
        if code == .standing, configuration == .standing {
            return "code\(digest) and configuration as before this run"
        }
        return "\(code.wording) code\(digest) and \(configuration.wording) configuration"
    }

    private func ownerOfCode(_ latest: FunctionConfiguration, _ before: FunctionConfiguration) -> Owner {
        if latest.codeSha256 == before.codeSha256 { return .standing }
        let planned = last { fact in
            if case .planned(let changes) = fact { changes.plannedDigest } else { nil }
        }
        return isCodeChanged && planned ?? latest.codeSha256 == latest.codeSha256 ? .thisRun : .somebodyElse
    }

    /// This run's, if all stands that it was to set.
    private func ownerOfConfiguration(_ latest: FunctionContent, _ before: FunctionContent) -> Owner {
        let changed = Difference.configurationDifferences(before, latest)
        if changed.allSatisfy(\.isOfUnknownMember) { return .standing }
        let planned = entries.reduce(into: [ConfigurationMember: JSONValue]()) { members, entry in
            if case .planned(let changes) = entry.fact { members.merge(changes.configuration) { $1 } }
        }
        let isOurs = isConfigurationChanged && planned.allSatisfy { latest.covers($1, of: $0) }
        return isOurs ? .thisRun : .somebodyElse
    }
}
