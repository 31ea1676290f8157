import ControlPlaneSimulator

extension Evidence {
    /// Writes that were sent again without a look after an answer was lost, and writes that took effect twice.
    var blindRepetitions: [String] {
        blindSendings + doubleEffects + doubleDeployments
    }

    private var blindSendings: [String] {
        // A dry run may be repeated; that it is none is found by what it writes.
        if wanted.isDryRun { return [] }
        var unanswered: SentRequest?
        var repetitions: [String] = []
        for sent in run.world.sent where sent.author == author {
            let isLook = sent.operation?.isWrite == false && sent.fault?.leavesNoAnswer != true
            if isLook { unanswered = nil }
            guard sent.operation?.isRepeatable == false else { continue }
            if let lost = unanswered, lost.operation == sent.operation, sent.at < lastLookAllowed {
                repetitions.append(
                    "\(sent.name) number \(sent.number) without a look after number \(lost.number) was lost")
            }
            unanswered = sent.leavesDoubt && !isRefused(sent) ? sent : nil
        }
        return repetitions
    }

    /// The status of an answer that was cut off is left: AWS had said no.
    func isRefused(_ sent: SentRequest) -> Bool {
        let arrived = sent.at + run.world.latency / 2
        return requests.contains {
            $0.operation == sent.operation && $0.at == arrived && (400..<500).contains($0.status)
        }
    }

    /// From here on an alias is put back over the RevisionId that its move was sent with, which lets only one through.
    private var lastLookAllowed: Duration {
        guard !isSuccess else { return .seconds(1 << 40) }
        return run.entries.last { entry in
            switch entry.fact {
            case .engine(.answerLost(.updateAlias, _)), .engine(.aliasWriteSent): true
            default: false
            }
        }.map { run.began + $0.at } ?? .seconds(1 << 40)
    }

    /// What AWS carried out twice in one attempt, nobody else having changed anything in between.
    private var doubleEffects: [String] {
        // A cure that failed as what it was to cure leaves no trace, and may be sent again.
        let isCureInVain = Set(world.circumstances).isSuperset(of: [.broken, .codeFails])
        guard !isCodeSaidToBeUnknown, isCodeKnown, !isCureInVain else { return [] }
        var last: [String: History.Revision] = [:]
        var doubled: [String] = []
        for revision in history.revisions where revision.resource == .latest {
            if isSomebodyElses(revision.author) { last = [:] }
            guard revision.author == author, revision.cause != "TagResource", !isOnTheWayBack(revision.at) else {
                continue
            }
            if let earlier = last[revision.cause], attempt(at: earlier.at) == attempt(at: revision.at) {
                doubled.append("\(revision.cause) took effect twice")
            }
            last[revision.cause] = revision
        }
        return doubled
    }
}

extension Evidence {
    /// Deployments that CodeDeploy was given twice in one attempt. (One that failed before anybody heard of it, and left
    /// the alias where it was, may be tried again; so may one that moved it, if somebody has moved it back since.)
    private var doubleDeployments: [String] {
        let created = requests.filter { $0.operation == .createDeployment && $0.wrote }
        let attempts = Dictionary(grouping: created) { attempt(at: $0.at) }
        let isTriedAgain = plane.deployments.values.contains { $0.status == "Failed" }
        return attempts.values.filter { $0.count > 1 && !isTriedAgain && !isMovedBackMeanwhile($0) }.map {
            "\($0.count) deployments of CodeDeploy's in one attempt"
        }
    }

    private func isMovedBackMeanwhile(_ created: [History.Request]) -> Bool {
        zip(created, created.dropFirst()).allSatisfy { first, second in
            history.revisions.contains {
                $0.resource == .alias("live") && isSomebodyElses($0.author) && first.at < $0.at && $0.at < second.at
            }
        }
    }
}

extension SentRequest {
    fileprivate var name: String { operation?.rawValue ?? "a request" }

    /// Of a deletion the status says all there is.
    fileprivate var leavesDoubt: Bool {
        fault?.leavesDoubt == true && !(operation == .deleteFunction && (fault == .cutOff || fault == .garbage))
    }
}

extension ControlPlaneSimulator.Operation {
    /// A test is run again when its answer is lost: that is what a test is for. Reads change nothing.
    fileprivate var isRepeatable: Bool { !isWrite || self == .invoke || self == .stopDeployment }
}

extension Fault {
    /// After a write, nobody knows whether it was carried out.
    package var leavesDoubt: Bool {
        switch self {
        case .requestLost, .answerLost, .connectionClosed, .failed, .failedButDone, .unavailable, .cutOff, .garbage,
            .slow:
            true
        case .notSent, .throttled, .throttledRetryAfter, .staleRevision, .staleSeconds: false
        }
    }

    /// (Of a spoilt answer the status is left, which says whether something is there.)
    fileprivate var leavesNoAnswer: Bool {
        switch self {
        case .staleRevision, .staleSeconds, .cutOff, .garbage: false
        default: true
        }
    }
}
