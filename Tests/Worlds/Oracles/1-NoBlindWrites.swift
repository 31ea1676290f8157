import ControlPlaneSimulator
import Deployment

extension Evidence {
    /// Writes that were sent although the last look showed an update in progress, without the RevisionId that was looked
    /// at, or over what a rival did unnoticed.
    var blindWrites: [String] {
        unguardedWrites + unnoticedRivals + blindDeletions
    }

    private var unguardedWrites: [String] {
        var look: History.Shown?
        var aliases: Set<String> = []
        return requests.compactMap { request in
            if request.arrived, let shown = request.shown { look = shown }
            if request.arrived, let alias = request.alias { aliases.insert(alias.revisionId) }
            let isSettled = look?.isSettled == true || mayAttempt
            switch request.operation {
            case .updateFunctionCode where request.input["DryRun"] == true: return nil
            case .updateFunctionCode, .updateFunctionConfiguration, .publishVersion:
                let isGuarded = request.guardedBy != nil && (request.guardedBy == look?.revisionId || mayAttempt)
                return isSettled && isGuarded
                    ? nil : "\(request.name), guarded by \(request.guardedBy ?? "nothing"), after \(look.wording)"
            case .tagResource: return isSettled ? nil : "\(request.name) after \(look.wording)"
            case .updateAlias:
                return request.guardedBy.map(aliases.contains) == true
                    ? nil : "\(request.name) of an alias not looked at"
            default: return nil
            }
        }
    }

    /// Versions that nobody asked to delete, that are new or in use, that had traffic when the run began, or that an alias
    /// would be rolled back to.
    private var blindDeletions: [String] {
        let kept = bench.inputs["keep-versions"].flatMap { Int($0) } ?? Int.max
        return history.deletions.filter { $0.author == author }.compactMap { deletion in
            guard let version = deletion.version else { return "the function itself was deleted" }
            let isNew = deletion.from.versions.map(\.name).suffix(kept).contains(version)
            let isInUse =
                deletion.from.provisioned[version] != nil
                || deletion.from.uses.values.contains { $0.contains(version) } || servedAtTheStart.contains(version)
            let isBefore = deletion.from.aliases.values
                .contains { $0.description.hasSuffix(" after \(version)]") && $0.isAsRecorded }
            return isNew || isInUse || isBefore ? "version \(version) was deleted, which was to stay" : nil
        }
    }

    /// What any alias gave traffic to, as far as nobody moved one before the run could look.
    private var servedAtTheStart: Set<String> {
        guard world.rivals.isEmpty, world.clients == 1 else { return [] }
        let aliases = bench.plane.function("demo")?.aliases.values.map(\.self) ?? []
        return Set(aliases.flatMap { [$0.functionVersion] + $0.weights.keys })
    }

    /// `on-wait-timeout: attempt` asks for a write that AWS will refuse if it is not ready.
    private var mayAttempt: Bool {
        facts.contains { if case .engine(.timedOutAttempting) = $0 { true } else { false } }
    }

    /// Between a write of ours that took effect and the next that we sent, somebody changed what is deployed, and no
    /// rival was found.
    private var unnoticedRivals: [String] {
        guard !isCodeSaidToBeUnknown else { return [] }
        var last: (request: History.Request, content: ControlPlane.Version)?
        var unnoticed: [String] = []
        // On the way back each setting is somebody's by itself, which another oracle judges.
        for request in requests where request.wrote && request.guards("demo") && !isOnTheWayBack(request.at) {
            if let last, let seen = content(at: request.guardedBy),
                attempt(at: last.request.at) == attempt(at: request.at),
                !seen.isSame(as: last.content, but: takenForAWSs), !isUndone(last.request, in: seen)
            {
                unnoticed.append("\(request.name) over what somebody else had changed")
            }
            last = written(by: request).map { (request, $0) }
        }
        return unnoticed
    }

    /// Of a write whose answer was lost nobody can tell that it was carried out, once somebody has undone all of it.
    private func isUndone(_ write: History.Request, in seen: ControlPlane.Version) -> Bool {
        !write.arrived && content(at: write.guardedBy).map(seen.isSame) == true
    }

    private func written(by request: History.Request) -> ControlPlane.Version? {
        history.revisions.last {
            $0.at == request.at && $0.author == author && $0.resource == .latest
        }?.content
    }
}

extension History.Request {
    var name: String { operation?.rawValue ?? path }

    fileprivate func guards(_ function: String) -> Bool {
        switch operation {
        case .updateFunctionCode, .updateFunctionConfiguration, .publishVersion: self.function == function
        default: false
        }
    }
}

extension History.Shown? {
    fileprivate var wording: String {
        map { "a look at \($0.state ?? "no state"), \($0.lastUpdateStatus ?? "no update"), \($0.revisionId ?? "")" }
            ?? "no look"
    }
}
