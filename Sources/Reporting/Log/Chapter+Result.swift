import AWSCore
import AWSServices
import Deployment
import Engine

extension Chapter {
    /// What came of it in one line; `nil`: nothing that is not told elsewhere.
    /// - Parameter facts: all that were told in its group.
    func result(of facts: [Fact]) -> Wording? {
        switch self {
        case .package: facts.packageResult
        case .baseline: facts.stateResult
        case .upload: facts.uploadResult
        case .creation: facts.result(of: .createFunction, "Function", "created")
        case .code: facts.result(of: .updateFunctionCode, "Code", "updated")
        case .configuration: facts.result(of: .updateFunctionConfiguration, "Configuration", "updated")
        case .tags: facts.result(of: .tagResource, "Tags", "updated")
        case .smokeTest: facts.testResult
        case .version: facts.versionResult
        case .alias: facts.aliasResult
        case .rollback: facts.rollbackResult
        case .superseded: facts.result { $0.isSupersession ? "Not deployed: a newer run was here first" : nil }
        case .oldVersions: facts.pruningResult
        case .startingOver: facts.conflictResult
        case .restoring: facts.restorationResult
        case .dryRun: facts.dryRunResult
        case .ending: facts.endResult
        }
    }
}

extension [Fact] {
    /// Of what several facts tell, the last counts.
    func result(_ tell: (Fact) -> Wording?) -> Wording? {
        compactMap(tell).last
    }

    fileprivate func result(of write: Write, _ what: Wording, _ done: Wording) -> Wording? {
        result { fact in
            switch fact {
            case .engine(.done(write)): "\(what) \(done)"
            case .engine(.accepted(write)): "\(what) sent"
            case .engine(.sending(write)), .engine(.refusedByConflict(write, _)): "\(what) not \(done)"
            default: nil
            }
        }
    }

    fileprivate var packageResult: Wording? {
        result { fact in
            switch fact {
            case .packageIdentified(.some): "Package identified"
            case .packageIdentified(nil), .packageNotIdentified: "Package not identified, so it is sent in any case"
            default: nil
            }
        }
    }

    fileprivate var uploadResult: Wording? {
        result { fact in
            switch fact {
            case .upload(.previewed(_, _, isThere: true)), .upload(.found): "The package is in S3 already"
            case .upload(.previewed(_, let bytes, isThere: false)): "To upload: \(bytes: bytes)"
            case .upload(.began): "Package not uploaded"
            case .upload(.done): "Package uploaded"
            default: nil
            }
        }
    }

    /// Which tests passed; or the first that did not.
    fileprivate var testResult: Wording? {
        let runs = compactMap { if case .smokeTestEnded(let run) = $0 { run } else { nil } }
        if let failed = runs.first(where: { $0.failure != nil }) { return failed.result }
        guard let last = runs.last else { return nil }
        return runs.count == 1 ? last.result : "\(runs.count) smoke tests passed on \(place(last.qualifier))"
    }

    fileprivate var versionResult: Wording? {
        result { fact in
            switch fact {
            case .versionPublished(let version): "Published \(place(version.version ?? "?"))"
            case .versionReused(let version): "Using \(place(version.version ?? "?")) again"
            case .versionAsleep(let number): "Version \(ours: number) woken"
            case .versionNotWoken(let number, _): "Version \(ours: number) may be asleep"
            case .releasePreviewed(nil, _, _): "To publish: a new version"
            case .releasePreviewed(let version?, _, _): "To use again: version \(ours: version)"
            case .engine(.sending(.publishVersion)), .rollbackNotPublished: "No version published"
            default: nil
            }
        }
    }

    fileprivate var rollbackResult: Wording? {
        result { fact in
            guard case .rollbackDecided(let decision, let alias) = fact else { return nil }
            return "\(ours: alias.name): version \(ours: alias.traffic) → \(decision.target)"
        }
    }

    fileprivate var pruningResult: Wording? {
        result { fact in
            guard case .versionsPruned(let pruned) = fact else { return nil }
            return pruned.deleted.isEmpty ? "No old version deleted" : "Deleted \(listed(pruned.deleted))"
        }
    }

    fileprivate var dryRunResult: Wording? {
        result { fact in
            guard case .dryRun(let fact) = fact else { return nil }
            return switch fact {
            case .notMade: "No dry run"
            case .began: "The dry run was not accepted"
            case .proved: "AWS accepts the code"
            case .notProved: "Not proved that AWS accepts the code"
            }
        }
    }

    fileprivate var restorationResult: Wording? {
        result { fact in
            guard case .restoration(let end) = fact else { return nil }
            return switch end {
            case .kept, .began, .failed: "$LATEST not put back"
            case .restored(let others) where others.isEmpty: "$LATEST is back to what it was"
            case .restored: "Nothing of this run is left on $LATEST"
            }
        }
    }

    fileprivate var endResult: Wording? {
        result { if case .aliasAtTheEnd(let alias?) = $0 { alias.pointing } else { nil } }
            ?? result { fact in
                switch fact {
                case .stateAtTheEnd(.seen): "$LATEST looked at"
                case .stateAtTheEnd(.failed): "$LATEST could not be looked at"
                default: nil
                }
            }
    }
}

extension Fact {
    fileprivate var isSupersession: Bool {
        switch self {
        case .superseded, .wouldBeSuperseded: true
        default: false
        }
    }
}

extension SmokeTestRun {
    fileprivate var result: Wording {
        let test = name.map(Wording.supplied) ?? "Smoke test"
        return "\(test) \(failure == nil ? "passed" : "failed") on \(place(qualifier))"
    }
}

extension AliasConfiguration {
    /// `live → version 7`.
    var pointing: Wording { "\(ours: name) → version \(ours: traffic)" }
}
