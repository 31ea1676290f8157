import ControlPlaneSimulator
import Deployment
import LockstepAction
import Reporting

extension Evidence {
    /// Writes that changed nothing, and outputs that say otherwise than what was written.
    var needlessWrites: [String] {
        if wanted.isDryRun { return writesOfADryRun }
        return needlessUpdates + needlessUploads + writesOverAllThatIsWanted + writesThoughSuperseded + wrongOutputs
    }

    /// Not one is accepted, and nothing comes into being by it.
    private var writesOfADryRun: [String] {
        (run.writes + run.uploads).map { "\($0.rawValue) in a dry run" }
            + ownRevisions.map { "a dry run made a revision of \($0.resource)" }
    }

    /// What the last look showed had the planned code, and was no failure that the same code might cure.
    private var needlessUploads: [String] {
        guard Self.failing.isDisjoint(with: world.circumstances) else { return [] }
        return uploads.filter { upload in
            let look = requests.last { $0.at < upload.at && $0.shown != nil && $0.arrived }
            guard let seen = content(at: look?.shown?.revisionId) else { return false }
            return wanted.isWanted(seen.code) && !isOfAFailedVersion(seen)
        }.map { "\($0.name) though the function has this code" }
    }

    private var needlessUpdates: [String] {
        requests.filter { $0.wrote && !isOnTheWayBack($0.at) }.compactMap { request in
            // After a failed update the same code is the cure.
            guard let before = content(at: request.guardedBy), Self.failing.isDisjoint(with: world.circumstances)
            else { return nil }
            switch request.operation {
            case .updateFunctionCode where wanted.isWanted(before.code) && isCodeKnown && !isOfAFailedVersion(before):
                return "the same code was sent again"
            case .updateFunctionConfiguration where wanted.configurationDeviations(of: before).isEmpty:
                return "the same configuration was sent again"
            default: return nil
            }
        }
    }

    /// The version that was published of it last has failed, and would be published again and again.
    private func isOfAFailedVersion(_ latest: ControlPlane.Version) -> Bool {
        let last = plane.function("demo")?.versions.last { bench.plane.function("demo")?.version($0.name) != nil }
        return last.map { $0.state.value == "Failed" && $0.isSame(as: latest) } ?? false
    }

    private static let failing: Set<Circumstance> = [.broken, .codeFails, .configurationFails]

    var isCodeKnown: Bool {
        !facts.contains { if case .packageNotIdentified = $0 { true } else { false } }
    }

    /// Everything stood as planned, tested and published, and nobody touched it.
    private var writesOverAllThatIsWanted: [String] {
        let spoilsTheStart: Set<Circumstance> = [.broken, .busy, .shifted, .inS3Unread, .idle, .warmUpUntold]
        guard world.kind == .unchanged || world.kind == .warmingUp, !isTouched, isCodeKnown,
            spoilsTheStart.isDisjoint(with: world.circumstances),
            world.clients == 1
        else { return [] }
        let written = history.writes(by: author).filter { $0.operation != .invoke && !(isNewToUs && isOnlyARecord($0)) }
        let writes = (written + uploads).map { "\($0.name) though there was nothing to do" }
        return writes + (isSuccess && run.output(.outcome) != "unchanged" ? ["the outcome is not unchanged"] : [])
    }

    /// A newer run's release is live from the beginning, and nobody moves it.
    private var writesThoughSuperseded: [String] {
        guard world.kind == .numbered, world.circumstances.contains(.superseded), !isTouched, isSuccess else {
            return []
        }
        let writes = run.writes.map { "\($0.rawValue) though a newer run is live" }
        return writes + (run.output(.outcome) == "superseded" ? [] : ["the outcome is not superseded"])
    }

    /// AWS has just begun to set something otherwise in versions: that is recorded once.
    private var isNewToUs: Bool {
        !Set(world.circumstances).isDisjoint(with: [.ownMemberOfVersions, .ownMemberOfStatuses])
    }

    var wrongOutputs: [String] {
        // They tell what would be written.
        if wanted.isDryRun { return [] }
        // To publish what was published already makes nothing.
        let written = history.writes(by: author).filter { write in
            write.operation != .invoke && !isOnlyARecord(write)
                && (write.operation != .publishVersion || ownVersions.contains { $0.at == write.at })
        }
        // Of a write that was lost, and whose effect somebody else may have changed since, nobody can tell.
        let isLost = facts.contains { if case .engine(.answerLost) = $0 { true } else { false } }
        let isUnseen = facts.contains(where: \.tellsOfNoLook)
        let isInDoubt = isSuccess ? isLost && isTouched : isLost || isTouched || isUnseen || !isCodeKnown
        guard !isInDoubt else { return [] }
        var claims: [(OutputName, Bool)] = [
            (.changed, !written.isEmpty),
            (.codeChanged, !isPutBack && isCodeLeft && written.contains { $0.changesCode }),
        ]
        // What could not be put back as a whole may be back in part.
        if !isNotPutBack {
            claims.append((.configurationChanged, !isPutBack && written.contains { $0.changesConfiguration }))
        }
        return claims.filter { run.output($0.0) != "\($0.1)" }.map { "\($0.0.rawValue) is not \($0.1)" }
    }
}

extension Evidence {
    private var isCodeLeft: Bool {
        guard isNotPutBack, let latest = plane.function("demo")?.latest else { return true }
        let before = bench.plane.function("demo")?.latest
        return latest.code.sha256 != before?.code.sha256 || latest.lastUpdate?.value == "Failed"
    }

    private var isNotPutBack: Bool {
        facts.contains { if case .restoration(.failed) = $0 { true } else { false } }
    }

    /// The alias's description was written, and its traffic left as it was. To put it back is a change, whatever had come.
    private func isOnlyARecord(_ write: History.Request) -> Bool {
        let made = ownAliasMoves.last { $0.at == write.at }
        guard isSuccess, write.operation == .updateAlias, let made, let before = before(made)?.alias else {
            return false
        }
        return made.alias?.functionVersion == before.functionVersion && made.alias?.weights == before.weights
    }
}

extension Fact {
    fileprivate var tellsOfNoLook: Bool {
        switch self {
        case .stateAtTheEnd(.failed), .aliasLeft(nil, _): true
        default: false
        }
    }
}

extension History.Request {
    fileprivate var changesCode: Bool { operation == .updateFunctionCode || operation == .createFunction }
    fileprivate var changesConfiguration: Bool {
        operation == .updateFunctionConfiguration || operation == .createFunction
    }
}
