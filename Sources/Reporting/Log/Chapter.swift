import Deployment
import Engine

/// The steps of the story, each a group in the log.
enum Chapter: Equatable {
    case package, baseline, upload, creation, code, configuration, tags, smokeTest, version, alias, rollback,
        superseded,
        oldVersions, startingOver, restoring, dryRun, ending

    var title: String {
        switch self {
        case .package: "Check the package"
        case .baseline: "Read the current state"
        case .upload: "Upload the package"
        case .creation: "Create the function"
        case .code: "Update the code"
        case .configuration: "Update the configuration"
        case .tags: "Update the tags"
        case .smokeTest: "Run the smoke test"
        case .version: "Publish a version"
        case .alias: "Move the alias"
        case .rollback: "Choose the version"
        case .superseded: "Give way to a newer run"
        case .oldVersions: "Delete old versions"
        case .startingOver: "Settle the conflict"
        case .restoring: "Put $LATEST back"
        case .dryRun: "Make a dry run"
        case .ending: "Read the final state"
        }
    }

    init(_ write: Write) {
        switch write {
        case .createFunction: self = .creation
        case .updateFunctionCode: self = .code
        case .updateFunctionConfiguration: self = .configuration
        case .tagResource, .untagResource: self = .tags
        case .invoke: self = .smokeTest
        case .publishVersion: self = .version
        case .createAlias, .updateAlias, .createDeployment: self = .alias
        case .deleteVersion: self = .oldVersions
        }
    }

    init(_ waiting: Waiting) {
        switch waiting {
        case .otherUpdate, .readiness: self = .baseline
        case .creation: self = .creation
        case .codeUpdate: self = .code
        case .configurationUpdate: self = .configuration
        case .tags: self = .tags
        case .wakingUp: self = .smokeTest
        case .lookUp(let write): self = Chapter(write)
        case .version, .versionAwakening: self = .version
        case .codeDeploy, .warmUp: self = .alias
        case .restoration: self = .restoring
        }
    }

    /// - Parameter current: what is being told. Putting back is told as one, whatever it takes, up to the end.
    init?(_ fact: Fact, after current: Chapter?) {
        self.init(fact)
        if current == .restoring, self != .ending { self = .restoring }
    }

    /// `nil`: the fact belongs to whatever is being told.
    init?(_ fact: Fact) {
        switch fact {
        case .engine(let fact): self.init(fact)
        case .doubtful, .remarkable, .packaged, .callSetBack, .timeLimited, .deadlineNear: return nil
        // It is kept while something else goes on.
        case .oldCode: return nil
        case .packageIdentified, .packageNotIdentified, .imageDoubtful, .packageDoubtful: self = .package
        case .packageTooHeavy, .roleChangesInSteps, .functionFound, .functionMissing, .aliasFound,
            .previousUpdateFailed, .imageFailed,
            .revisionsMissing,
            .planned:
            self = .baseline
        case .storageModeLost, .storageUntold, .keyNotCompared, .configurationGoesFirst, .upload(.hasToStay):
            self = .code
        case .upload(.previewed), .upload(.found), .upload(.began): self = .upload
        // It may go on while something else is told.
        case .upload(.progressed), .upload(.done), .upload(.overtaken), .upload(.swapped), .upload(.leftUnfinished):
            return nil
        case .rivalFound, .startingOver: self = .startingOver
        case .smokeTestBegan, .smokeTestEnded, .snapshotNotTested: self = .smokeTest
        case .releasePreviewed, .stepsPreviewed, .versionReused, .versionApart, .versionPublished, .failedVersionFound,
            .versionAsleep,
            .versionNotWoken, .rollbackNotPublished:
            self = .version
        case .aliasUnchanged, .aliasRecorded, .aliasCreated, .aliasMoved, .aliasPutBack, .aliasLeft, .aliasOwed:
            self = .alias
        case .dryRun: self = .dryRun
        case .rollbackDecided, .rollbackVersionFound: self = .rollback
        case .superseded, .wouldBeSuperseded: self = .superseded
        case .versionsPruned: self = .oldVersions
        // Nothing is said of them.
        case .aliasesSeen, .aliasesUnseen: return nil
        case .aliasNotGiven: self = .baseline
        case .aliasIsNew: self = .alias
        case .tagsUnseen: self = .baseline
        case .versionsUnseen: self = .version
        case .traffic(.alarmsSeen), .traffic(.alarmsAlreadyOn), .traffic(.foundWarmingUp), .traffic(.warmUpUntold):
            return nil
        case .traffic: self = .alias
        case .restoration(.kept), .aliasAtTheEnd, .stateAtTheEnd: self = .ending
        case .restoration: self = .restoring
        }
    }

    private init?(_ fact: EngineFact) {
        switch fact {
        case .waitBegan(let waiting), .polled(let waiting, _, _, _, _), .staleReadIgnored(let waiting),
            .waitEnded(let waiting, _, _), .timedOutAttempting(let waiting, _, _):
            self = Chapter(waiting)
        case .sending(let write), .accepted(let write), .done(let write), .answerLost(let write, _),
            .foundArrived(let write), .retriedAfterRefusal(let write, _), .refusedByConflict(let write, _),
            .foundUntouched(let write), .foundOtherCode(let write):
            self = Chapter(write)
        case .aliasWriteSent, .aliasGone: self = .alias
        case .latestSettled, .takenForAWSs: return nil
        }
    }
}
