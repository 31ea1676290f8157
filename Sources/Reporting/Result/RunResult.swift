import AWSServices
import Deployment
import Engine
import Inputs

/// How a run ended, for people and for later steps.
package enum Ending: Sendable {
    case succeeded(RunMode)
    case failed(DeploymentFailure)
    /// Nothing was sent to AWS.
    case notStarted
}

/// What a run came to, read from its journal.
package struct RunResult: Sendable {
    let ending: Ending
    let entries: [Journal.Entry]
    let duration: Duration

    package init(ending: Ending, entries: [Journal.Entry], duration: Duration) {
        self.ending = ending
        self.entries = entries
        self.duration = duration
    }

    var isSuccess: Bool {
        if case .succeeded = ending { return true }
        return false
    }
}

// What the facts come to: where a thing happened more than once, the last time counts.
extension RunResult {
    var latest: FunctionConfiguration? {
        last { fact in
            switch fact {
            case .functionFound(let function): function.configuration
            case .engine(.latestSettled(let configuration)), .stateAtTheEnd(.seen(let configuration)): configuration
            default: nil
            }
        }
    }

    /// The version that is the result; none if the run failed.
    var version: FunctionConfiguration? {
        guard isSuccess, !isSuperseded else { return nil }
        return last { fact in
            switch fact {
            case .versionPublished(let version), .versionReused(let version), .rollbackVersionFound(let version):
                version
            default: nil
            }
        }
    }

    /// The alias as it was last seen.
    var alias: AliasConfiguration? {
        last { fact in
            switch fact {
            case .aliasFound(let alias?, _), .aliasUnchanged(let alias), .aliasRecorded(let alias),
                .aliasCreated(let alias),
                .aliasMoved(_, let alias), .aliasPutBack(let alias), .aliasLeft(let alias?, _),
                .aliasAtTheEnd(let alias?), .traffic(.shifted(let alias, _)), .traffic(.warmedUp(let alias)),
                .traffic(.leftWarmingUp(let alias, _, _, _)):
                alias
            default: nil
            }
        }
    }

    /// The package that was made, where that was all.
    var packaged: (file: String, digest: String, bytes: Int)? {
        first { if case .packaged(let file, let digest, let bytes) = $0 { (file, digest, bytes) } else { nil } }
    }

    /// Where the alias pointed before this run.
    var previousVersion: String? {
        first { if case .aliasFound(let alias?, _) = $0 { alias.functionVersion } else { nil } }
    }

    /// It gave way to a newer run.
    var isSuperseded: Bool {
        entries.contains { if case .superseded = $0.fact { true } else { false } }
    }

    /// What was to be changed when the run began.
    var differences: [Difference] {
        first { if case .planned(let changes) = $0 { changes.differences } else { nil } } ?? []
    }

    /// How often somebody else was in the way: refused writes, and rivals found by comparing.
    var conflicts: Int {
        var count = 0
        var lost: Set<Write> = []
        var openRefusals: [Write: Int] = [:]
        for entry in entries {
            switch entry.fact {
            // What is not found yet is nobody's doing.
            case .engine(.refusedByConflict(let write, let refusal)) where !refusal.saysItIsNotThere:
                openRefusals[write, default: 0] += 1
            case .engine(.answerLost(let write, _)): lost.insert(write)
            case .rivalFound:
                count += max(1, openRefusals.values.reduce(0, +))
                openRefusals = [:]
            // While an answer is missing, the look may lag behind a write of our own that is in the way.
            case .engine(.foundUntouched(let write)) where !lost.contains(write):
                count += openRefusals.removeValue(forKey: write) ?? 0
            // What was in the way was our own write, of which we had not heard.
            case .engine(.foundArrived(let write)):
                lost.remove(write)
                openRefusals[write] = nil
            default: break
            }
        }
        return count + openRefusals.values.reduce(0, +)
    }

    /// `$LATEST` as it stood before this run.
    var before: FunctionConfiguration? {
        first { if case .functionFound(let function) = $0 { function.configuration } else { nil } }
    }

    var aliasBefore: AliasConfiguration? {
        first { if case .aliasFound(let alias?, _) = $0 { alias } else { nil } }
    }

    func last<Value>(_ pick: (Fact) -> Value?) -> Value? {
        entries.compactMap { pick($0.fact) }.last
    }

    func first<Value>(_ pick: (Fact) -> Value?) -> Value? {
        entries.compactMap { pick($0.fact) }.first
    }
}
