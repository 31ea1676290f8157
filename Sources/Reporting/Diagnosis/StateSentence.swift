import AWSCore
import AWSServices
import Deployment
import Engine

extension RunResult {
    /// In what state AWS is left, as far as we have seen it.
    var stateSentence: Wording {
        [latestSentence, restorationSentence, reachSentence, versionSentence, aliasSentence].compactMap(\.self).joined(
            separator: " ")
    }

    private var latestSentence: Wording? {
        if isNotThere { return isToldToBeMissing ? nil : "There is no function." }
        guard let latest else {
            return hasSentNothing ? "Nothing was changed." : "Nothing is known of $LATEST."
        }
        let seen: Wording = isSeenAtTheEnd ? "$LATEST now" : "$LATEST when last seen"
        return "\(seen): \(origin(of: latest)); \(Status(latest))."
    }

    /// Who gets what a run that failed left on `$LATEST`: whoever calls without an alias or a version, at once.
    private var reachSentence: Wording? {
        guard !isSuccess, !isNotThere, let what = whatIsLeft, latest?.isReachable == true else { return nil }
        guard let name = aliasName else { return "This deployment has no alias, so its callers already get \(what)." }
        guard alias != nil else { return "Alias \(ours: name) does not exist, so all callers already get \(what)." }
        return "Callers that use no alias already get \(what)."
    }

    private var whatIsLeft: Wording? {
        // Somebody else has written over it, or beside it.
        if case .failed(.conflict) = ending {
            return isCodeChanged || isConfigurationChanged ? "what stands there" : nil
        }
        if case .failed(.smokeTestFailed(_, let run)) = ending, run.qualifier == "$LATEST", isCodeLeft {
            return "the code that failed"
        }
        switch (isCodeLeft, isConfigurationLeft) {
        case (true, true): return "the new code and configuration"
        case (true, false): return "the new code"
        case (false, true): return "the new configuration"
        case (false, false): return nil
        }
    }

    /// Even what could not be put back as a whole may have gone back in part.
    var isCodeLeft: Bool {
        guard wroteCode, !isRestored else { return false }
        guard isRestorationTried, let latest, let before else { return true }
        // After an update that failed, calls get what was there before it.
        return latest.codeSha256 != before.codeSha256 || latest.lastUpdateStatus == .failed
    }

    var isConfigurationLeft: Bool {
        guard wroteConfiguration, !isRestored else { return false }
        guard isRestorationTried, let latest, let before else { return true }
        return !Difference.configurationDifferences(FunctionContent(of: before), FunctionContent(of: latest)).isEmpty
    }

    private var isRestorationTried: Bool {
        if case .failed? = restoration { true } else { false }
    }

    /// As it was asked for, whether it is there or not.
    private var aliasName: String? {
        last { fact in
            switch fact {
            case .aliasFound(_, let name): name
            case .aliasCreated(let alias): alias.name
            default: nil
            }
        }
    }

    /// A version of a run that failed stays, and costs nothing but storage.
    private var versionSentence: Wording? {
        let published = last { if case .versionPublished(let version) = $0 { version.version } else { nil } }
        guard !isSuccess, let version = published, alias?.functionVersion != version else { return nil }
        return
            "Version \(ours: version) was published, and \(hadTraffic ? "had traffic meanwhile" : "no alias was moved to it")."
    }

    private var hadTraffic: Bool {
        entries.contains {
            switch $0.fact {
            case .traffic(.shifted), .aliasMoved, .aliasCreated: true
            default: false
            }
        }
    }

    private var aliasSentence: Wording? {
        if let reason = reasonAliasIsUnknown {
            return "Where the alias points is not known: \(reason).\(cureOfUnknownAlias ?? "")"
        }
        guard let alias else { return nil }
        let points: Wording = isAliasSeenAtTheEnd ? "points" : "pointed, when last seen,"
        return "Alias \(ours: alias.name) \(points) to version \(ours: alias.traffic)."
    }

    private var cureOfUnknownAlias: Wording? {
        last { fact in
            guard case .aliasOwed(let origin, let known) = fact, let command = origin.commandToWriteIt else {
                return nil
            }
            let share: Wording = known.map { " It was last known to be at version \(ours: $0.traffic)." } ?? ""
            return "\(share) To put it back to version \(ours: origin.traffic): \(command)"
        }
    }

    /// Why nobody knows where the alias points, if the last look did not tell.
    private var reasonAliasIsUnknown: Wording? {
        let lastTold = last { fact in
            switch fact {
            case .aliasLeft, .aliasAtTheEnd, .aliasPutBack: fact
            default: nil
            }
        }
        if case .aliasLeft(nil, let reason)? = lastTold { return reason }
        return nil
    }

    private var isAliasSeenAtTheEnd: Bool {
        entries.contains {
            switch $0.fact {
            case .aliasAtTheEnd(.some), .aliasPutBack, .aliasLeft(.some, _): true
            default: false
            }
        }
    }

    private var isSeenAtTheEnd: Bool {
        entries.contains { if case .stateAtTheEnd(.seen) = $0.fact { true } else { false } }
    }

    /// It is what happened.
    private var isToldToBeMissing: Bool {
        switch ending {
        case .failed(.functionMissing), .failed(.engine(.functionVanished)): true
        default: false
        }
    }

    private var hasSentNothing: Bool {
        !entries.contains { if case .engine(.sending) = $0.fact { true } else { false } }
    }

    var isNotThere: Bool {
        entries.contains { if case .stateAtTheEnd(.notThere) = $0.fact { true } else { false } }
    }
}

extension FunctionConfiguration {
    /// Calls get what `$LATEST` shows: not after an update that failed, nor on managed instances.
    fileprivate var isReachable: Bool {
        state == .active && lastUpdateStatus != .failed && lastUpdateStatus != .inProgress
    }
}
