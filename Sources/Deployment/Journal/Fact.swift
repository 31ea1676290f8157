import AWSCore
import AWSServices
import Engine

/// Something that happened, in the order it did. The log, the outputs, the summary and what is to be undone are all
/// read from these, so that the engine needs to know nothing of who listens.
package enum Fact: Sendable {
    // What was asked for
    /// It may be wrong, and only AWS can tell.
    case doubtful(input: String, String)
    case remarkable(input: String, String)

    /// The package was made and kept, and no more was asked for.
    case packaged(file: String, digest: String, bytes: Int)

    // Looking
    case packageIdentified(digest: String?)
    case packageNotIdentified(reason: Wording)
    /// It is sent all the same, and AWS decides.
    case imageDoubtful(ImageDoubt)
    /// Together with the layers it is more than Lambda takes.
    case packageTooHeavy(ExcessWeight)
    case packageDoubtful(PackageFinding)
    /// Versions with different execution roles are to share the traffic.
    case roleChangesInSteps
    case functionFound(FunctionDescription)
    case functionMissing
    case aliasFound(AliasConfiguration?, name: String)
    case previousUpdateFailed(reason: String)
    /// The function is Failed for its image's sake: new code may be the cure.
    case imageFailed(reason: String)
    /// Only control planes other than AWS's: writes go out without a guard.
    case revisionsMissing
    /// Nobody tells us which tags stand, so those that are planned are written in any case.
    case tagsUnseen
    /// What is to be changed, or created.
    case planned(Changes)

    /// A package that goes to S3 first.
    case upload(UploadFact)
    /// The code that stands is kept in S3 in this mode; the new one cannot be, for it does not come from there.
    case storageModeLost(String)
    /// Nobody tells how the package that stands is kept: with the new one it may be reset.
    case storageUntold(isKeyGiven: Bool)
    /// Nobody tells under which key the code lies that stands as planned.
    case keyNotCompared

    /// What becomes of the code that stands, in case it has to be put back.
    case oldCode(OldCodeFact)

    /// AWS refused the code for a member that still stands, and that is to be changed anyway.
    case configurationGoesFirst(Refusal, ConfigurationMember)

    /// What happened between us and the control plane.
    case engine(EngineFact)

    // Conflicts
    case rivalFound(Rival)
    case startingOver(attempt: Int, of: Int, quiet: Duration)

    // Releasing
    /// What a plan would do; `version` is `nil` where one would have to be published.
    case releasePreviewed(version: String?, alias: String?, from: AliasConfiguration?)
    case stepsPreviewed(PreviewedSteps)
    case dryRun(DryRunFact)
    case versionReused(FunctionConfiguration)
    /// Which versions there are nobody tells us: AWS answers a publication with the one that is there, if there is one.
    case versionsUnseen
    /// How the version that is released differs from `$LATEST`, by AWS's own doing.
    case versionApart(VersionsApart?)
    case versionPublished(FunctionConfiguration)
    /// AWS answers with a version that has failed before; the code is sent once more, so that it publishes another.
    case failedVersionFound(FunctionConfiguration)
    case versionAsleep(String)
    /// It may still be asleep.
    case versionNotWoken(String, NotWoken)
    case aliasUnchanged(AliasConfiguration)
    /// Its description tells now how its version differs from `$LATEST`; its traffic is as it was.
    case aliasRecorded(AliasConfiguration)
    case aliasCreated(AliasConfiguration)
    case aliasMoved(from: AliasConfiguration, to: AliasConfiguration)
    case aliasPutBack(AliasConfiguration)
    case aliasLeft(AliasConfiguration?, reason: Wording)
    /// It is to be put back to this by hand; beside it, what stood when last something was known.
    case aliasOwed(to: AliasConfiguration, lastKnown: AliasConfiguration?)

    // Letting traffic over
    case traffic(TrafficFact)

    // Smoke tests
    case smokeTestBegan(name: String?, qualifier: String)
    case smokeTestEnded(SmokeTestRun)
    /// SnapStart is on, and only `$LATEST`, which has no snapshot, is tested.
    case snapshotNotTested

    // Going back, giving way, cleaning up
    case rollbackDecided(RollbackDecision, from: AliasConfiguration)
    case rollbackVersionFound(FunctionConfiguration)
    /// The code of a rollback package is there, but it became no version.
    case rollbackNotPublished(DeploymentFailure, AliasConfiguration?)
    /// What this run has carried out before it found out.
    /// - Parameter isPutBack: nothing of it is left on `$LATEST`.
    case superseded(Supersession, carriedOut: [Write], isPutBack: Bool)
    case wouldBeSuperseded(Supersession)
    case versionsPruned(Pruned)
    /// All aliases, before anything was touched.
    case aliasesSeen([AliasConfiguration])
    /// Why they were not; that counts only when old versions are to be deleted.
    case aliasesUnseen(DeploymentFailure)

    // Ending
    case restoration(RestorationFact)
    case aliasAtTheEnd(AliasConfiguration?)
    case stateAtTheEnd(LastLook)

    // Who gets what
    /// No alias is asked for, and something is to be changed: callers get it as soon as it is there.
    case aliasNotGiven
    case aliasIsNew(AliasConfiguration, PlainCallers)

    // Time
    /// The run has a deadline, so long after its beginning.
    case timeLimited(Duration)
    /// What is left is for putting back: the work is stopped.
    case deadlineNear

    // Between us and AWS
    /// The first of its kind: a try that went wrong, and is made again after a pause.
    case callSetBack(AWSTry)
}
