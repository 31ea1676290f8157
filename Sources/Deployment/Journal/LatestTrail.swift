import AWSCore
import AWSServices
import Engine

/// What a run has made of `$LATEST`, followed through its facts: what is to go back if it fails.
struct LatestTrail {
    /// As it stood before the run, with what others have changed since; `nil`: it was not there.
    private var before: Standing?
    /// As the run found it.
    private var first: Standing?
    /// As our last write left it.
    private var left: Standing?
    private var changes: Changes?
    /// The last look, where it was one at a function at rest.
    private var settled: FunctionConfiguration?
    /// Writes that are not known to have taken effect: they may be seen, or not.
    private var open: Set<Write> = []
    /// Those of them that may still arrive.
    private var underWay: Set<Write> = []
    /// Those of them that nobody answered.
    private var lost: Set<Write> = []
    /// Members that AWS itself was seen to move: they are nobody's.
    private var movedByAWS: Set<String> = []
    /// What AWS has taken of us.
    private var accepted: Set<Write> = []
}

extension Journal {
    /// The alias that is to move, as this attempt found it; `nil`: none is, or it was not there.
    var aliasFound: AliasConfiguration? {
        for case .aliasFound(let alias, _) in entries.reversed().lazy.map(\.fact) { return alias }
        return nil
    }

    /// Nothing that this run did to `$LATEST` is left there.
    var isPutBack: Bool {
        entries.contains { if case .restoration(.restored) = $0.fact { true } else { false } }
    }

    var latestTrail: LatestTrail {
        var trail = LatestTrail()
        for entry in entries { trail.follow(entry.fact) }
        return trail
    }
}

extension LatestTrail {
    var isCreated: Bool { accepted.contains(.createFunction) }

    /// Whether anything of ours may stand on `$LATEST`, or may still come.
    func mayHaveChanged(after failure: DeploymentFailure) -> Bool {
        // Of a creation in doubt there is nothing to go back to.
        !accepted.isEmpty || before != nil && mayStillArrive(after: failure)
    }

    /// A write of ours was sent, and neither taken nor refused.
    func mayStillArrive(after failure: DeploymentFailure) -> Bool {
        // What AWS refuses for good does not arrive, unless an earlier sending was lost.
        if case .engine(.refused) = failure { return !underWay.isDisjoint(with: lost) }
        return !underWay.isEmpty
    }

    /// How `$LATEST` would stand without this run.
    func target(over seen: Standing) -> Standing {
        guard let before else { return seen }
        var target = before.restored(from: leftAsSeen(seen), in: seen)
        for member in movedByAWS.map({ ConfigurationMember(rawValue: $0) }) {
            target.content.members[member] = seen.content.members[member]
        }
        return target
    }

    /// Whether code was sent of which no digest is known, and other code stands than before: nobody can tell whose it is.
    func isCodeInDoubt(in seen: Standing) -> Bool {
        guard let left, open.contains(.updateFunctionCode), changes?.plannedDigest == nil else { return false }
        return !seen.hasCode(of: left)
    }

    /// Whether tags were written, and nobody tells which stood before or stand now.
    func hasTagsUnseen(in seen: Standing) -> Bool {
        accepted.contains(.tagResource) && (before?.tags == nil || seen.tags == nil)
    }

    /// What others have changed since the run began.
    /// - Parameter target: how it stands without this run.
    func foreign(in target: Standing) -> [Difference] {
        first.map(target.differences) ?? []
    }

    /// A write that is not known to have taken effect has, where what it was to change is changed.
    private func leftAsSeen(_ seen: Standing) -> Standing {
        guard var left, let changes else { return self.left ?? seen }
        if open.contains(.updateFunctionCode), !seen.hasCode(of: left) {
            left.content.codeSha256 = changes.plannedDigest ?? left.content.codeSha256
            left.content.architectures = changes.plannedArchitectures ?? left.content.architectures
        }
        if open.contains(.updateFunctionConfiguration) {
            for (member, value) in changes.configuration.parts {
                // What still stands as before has not arrived.
                let before = left.content.members[member]
                left.content.members[member] = JSONValue.choosing(
                    before, where: seen.content.members[member], is: before, else: member.normalised(value))
            }
        }
        for (key, value) in changes.tags where open.contains(.tagResource) && seen.tags?[key] == value {
            left.tags?[key] = value
        }
        return left
    }

    mutating func follow(_ fact: Fact) {
        switch fact {
        case .functionFound(let function):
            begin(at: Standing(function))
            underWay = []
        case .planned(let changes): self.changes = changes
        case .restoration(.began(let changes, let seen, _)):
            begin(at: Standing(seen))
            self.changes = changes
        case .engine(let fact): follow(fact)
        default: break
        }
    }

    /// Each attempt, and each to go back, goes on from what it finds; what an earlier one has left there is still ours.
    private mutating func begin(at seen: Standing) {
        before = before == nil ? seen : target(over: seen)
        first = first ?? seen
        left = seen
        open = []
    }

    private mutating func follow(_ fact: EngineFact) {
        switch fact {
        case .latestSettled(let configuration): settled = configuration
        case .timedOutAttempting: settled = nil
        case .sending(let write) where write.isToLatest: send(write)
        case .answerLost(let write, _): lost.insert(write)
        case .takenForAWSs(let differences): movedByAWS.formUnion(differences.map(\.name))
        // It is sent again.
        case .foundUntouched(let write), .foundOtherCode(let write): if write.isToLatest { send(write) }
        case .refusedByConflict(let write, _): if !lost.contains(write) { forget(write) }
        case .accepted(let write) where write.isToLatest: accept(write)
        case .done(let write) where write.isToLatest: take(write)
        default: break
        }
    }

    private mutating func send(_ write: Write) {
        open.insert(write)
        underWay.insert(write)
    }

    private mutating func forget(_ write: Write) {
        open.remove(write)
        underWay.remove(write)
    }

    private mutating func accept(_ write: Write) {
        accepted.insert(write)
        underWay.remove(write)
    }

    /// It has taken effect, and what was seen then is what we left.
    private mutating func take(_ write: Write) {
        guard let settled else { return }
        open.remove(write)
        let tags = left?.tags
        let storage = left?.storage
        left = Standing(
            FunctionDescription(configuration: settled, imageUri: nil, storage: storage, location: nil, tags: tags))
        switch write {
        case .tagResource: left?.tags?.merge(changes?.tags ?? [:]) { $1 }
        // Only on the way back, of what had not been there.
        case .untagResource:
            let kept = before?.tags ?? [:]
            left?.tags = tags?.filter { kept[$0.key] != nil }
        default: break
        }
    }
}

extension Write {
    /// It changes `$LATEST`.
    fileprivate var isToLatest: Bool {
        switch self {
        case .createFunction, .updateFunctionCode, .updateFunctionConfiguration, .tagResource, .untagResource: true
        case .invoke, .publishVersion, .createAlias, .updateAlias, .createDeployment, .deleteVersion: false
        }
    }
}
