import AWSServices
import Deployment
import Engine
import Inputs

/// A run that succeeded in one sentence, for who reads nothing else; it follows the function's name.
struct Conclusion: Equatable {
    let text: String
    /// Something else is live now.
    let isNews: Bool
}

extension RunResult {
    var conclusion: Conclusion {
        switch ending {
        case .failed, .notStarted: Conclusion(text: "failed", isNews: false)
        case .succeeded(.package): Conclusion(text: "packaged", isNews: false)
        case .succeeded(.permissions): Conclusion(text: "permissions listed", isNews: false)
        case .succeeded(.status): Conclusion(text: "shown", isNews: false)
        case .succeeded(.plan): Conclusion(text: planned, isNews: false)
        case .succeeded(.deploy) where isSuperseded: Conclusion(text: "superseded by a newer run", isNews: false)
        case .succeeded(.deploy): isChanged ? Conclusion(text: live, isNews: leftToCodeDeploy == nil) : unchanged
        case .succeeded(.rollback):
            isChanged ? Conclusion(text: isWholly ? "\(live) again" : live, isNews: true) : unchanged
        }
    }

    /// Where AWS's console shows what is live.
    var liveLink: String? {
        guard let links = console else { return nil }
        return alias.map { links.alias($0.name) } ?? version?.version.map(links.version) ?? links.function
    }

    private var planned: String {
        let isBehind = entries.contains { if case .wouldBeSuperseded = $0.fact { true } else { false } }
        if isBehind { return "would give way to a newer run" }
        guard isChanged else { return "nothing to change" }
        switch differences.count {
        case 0: return "planned"
        case 1: return "1 change planned"
        case let count: return "\(count) changes planned"
        }
    }

    private var unchanged: Conclusion { Conclusion(text: "nothing to change, \(live)", isNews: false) }

    private var isWholly: Bool {
        guard let alias, let version = version?.version else { return false }
        return alias.isWholly(at: version)
    }

    private var live: String {
        let version = version?.version.map { $0.hasPrefix("$") ? $0 : "version \($0)" }
        guard let alias else { return version.map { "\($0) is published" } ?? "$LATEST is up to date" }
        if isWholly, let version {
            return alias.name == "live" ? "\(version) is live" : "\(version) is live as \(alias.name)"
        }
        let handedOver = leftToCodeDeploy.map { " until CodeDeploy moves it (\($0))" } ?? ""
        let prefix = version.map { "\($0), " } ?? ""
        return "\(prefix)alias \(alias.name) at version \(alias.traffic)\(handedOver)"
    }
}
