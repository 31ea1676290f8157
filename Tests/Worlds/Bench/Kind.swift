import ControlPlaneSimulator
import Engine

/// The kinds of deployment there are, each with a function that it meets.
package enum Kind: String, CaseIterable, Sendable {
    /// Code and configuration change, the new code is tested, published, and the alias moves.
    case existing
    case missing
    /// Everything is as planned already.
    case unchanged
    case image
    case snapStart = "snap-start"
    case tagged
    case withoutAlias = "without-alias"
    case withoutTest = "without-test"
    /// Neither alias nor test.
    case bare
    /// With SnapStart: several tests of the published version.
    case testedVersion = "tested-version"
    /// The same tests of `$LATEST`, and again of the version.
    case testedTwice = "tested-twice"
    /// Back to the version before, with a test of it.
    case rollback
    /// Back to a version by its number; instances are kept warm for the alias.
    case rollbackTo = "rollback-to"
    /// Old versions are deleted after the release.
    case pruning
    /// A run with a number: of several at once, the newest is to win.
    case numbered
    /// The alias's traffic goes over in steps, under alarms.
    case canary
    /// An earlier run was lost in the middle of that.
    case halfShifted = "half-shifted"
    /// CodeDeploy moves the alias.
    case codeDeploy = "code-deploy"
    /// The same, and nobody waits for its end.
    case codeDeployLeft = "code-deploy-left"
    /// The runtime that stands is blocked, and is to be another: the configuration has to go first.
    case blockedRuntime = "blocked-runtime"
    /// The layers that stand leave no room for the new code, and are to go.
    case layersTooLarge = "layers-too-large"
    /// The function is Failed, for its image was deleted.
    case imageDeleted = "image-deleted"
    /// The settings are given by AWS's names, some of them not known to the program.
    case configured
    /// The function runs on managed instances: `$LATEST` cannot be invoked.
    case managed
    /// The same without an alias: `$LATEST.PUBLISHED` is what callers reach.
    case latestPublished = "latest-published"
    /// There is no room for another version until old ones are deleted.
    case pruningForRoom = "pruning-for-room"
    /// Instances are kept warm for the alias.
    case provisioned
    /// The same, in steps and under alarms.
    case provisionedCanary = "provisioned-canary"
    /// There is nothing to do, and AWS is still warming up what was released just before.
    case warmingUp = "warming-up"
    /// With SnapStart: the version that was published last has failed, and could be had now.
    case failedOnce = "failed-once"
    /// Back to a version with SnapStart that sleeps, without a test, whose call would wake it as well.
    case sleepingRollback = "sleeping-rollback"
    /// The version that is to be used again sleeps.
    case sleepingReuse = "sleeping-reuse"
    /// The package goes to S3 first.
    case uploaded
    /// The same in parts.
    case uploadedInParts = "uploaded-in-parts"
    /// Without an alias, the test of `$LATEST` fails: what was changed goes back.
    case putBack = "put-back"
    /// What `existing` would do is told, and AWS is asked whether it would take the code.
    case dryRun = "dry-run"

    /// Of what is like another kind in most, only what happens alone is played: with SnapStart nothing is added to `existing`
    /// but a wait for the version. Chance puts all of them together.
    package var isPlayedAlone: Bool {
        switch self {
        case .existing, .missing, .unchanged, .rollback, .canary, .halfShifted, .codeDeploy,
            .codeDeployLeft, .provisionedCanary:
            false
        default: true
        }
    }
}

extension Kind {
    /// Nothing can make it succeed.
    var fails: Bool { self == .putBack }

    var uploads: Bool { self == .uploaded || self == .uploadedInParts }

    /// Whether it goes on for long: only what happens alone is played then.
    package var isShifting: Bool { hasAlarms || self == .codeDeploy || self == .codeDeployLeft }

    package var hasAlarms: Bool { self == .canary || self == .halfShifted || self == .provisionedCanary }
}

extension RivalMove {
    /// Of what is like another move in most, only what happens alone is played.
    var isPlayedAlone: Bool { self == .unknownMember || self == .weightedBack || isInS3 }

    /// Only who uploads can meet it.
    var isInS3: Bool { self == .objectReplaced || self == .objectDeleted }

    /// It gives traffic to an old version.
    var servesAnOldVersion: Bool { self == .aliasPutBack || self == .weightedBack || self == .aliasMoved }
}
