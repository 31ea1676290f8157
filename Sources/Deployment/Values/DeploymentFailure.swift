import AWSCore
import AWSServices
import Engine

/// Why a deployment ended without success. Cases carry facts; the sentences are told elsewhere.
package enum DeploymentFailure: StopReason {
    /// The conversation with AWS could not go on.
    case engine(EngineFailure)

    case functionMissing
    /// `State: Failed`.
    /// - Parameter isUseless: its creation failed, and nothing was ever published, so that nothing is lost with it.
    case functionFailed(StatedReason, isUseless: Bool)
    case revisionMismatch(required: String, found: String?)
    /// The function is in an account in which nothing may be done.
    case accountNotAllowed(String, allowed: [String])
    case bucketUnfit(BucketFault)
    case packageTypeMismatch(planned: String, found: String)
    /// Members of the configuration that are to have another value than a function was created with.
    case onlyForCreation([ConfigurationMember])
    /// Members that AWS let pass without a word, and shows nothing of.
    case notTaken([ConfigurationMember])
    /// AWS could not decrypt the variables that stand, so nothing can be merged with them.
    case environmentUnreadable(reason: String)
    /// No `CodeSha256` is shown, so nobody can tell what would be published.
    case digestMissing

    /// `on-failure: restore` asks for what could not be done then.
    case oldCodeNotKept(reason: Wording)
    /// One or more.
    case wouldBeRefused([ForeseenRefusal])

    case smokeTestFailed(SmokeTestFailure, SmokeTestRun)
    /// - Parameter isNew: this run has published it.
    case versionFailed(version: String, StatedReason, isNew: Bool)
    /// The Region has no room for more code, and nobody asked for old versions to be deleted.
    case storageFull(Refusal, unused: [VersionNumber])
    case traffic(TrafficFailure)

    case rollbackImpossible(RollbackObstacle)
    /// A newer run has released already, and `on-superseded: fail` asks for a failure.
    case superseded(Supersession)

    /// The work was stopped, so that there is time left for putting back.
    /// - Parameter isUntouched: nothing had been sent that changes anything.
    case deadlineReached(Duration, isUntouched: Bool)

    /// Once this run had begun to move the alias, somebody else moved it: it is theirs.
    case aliasTaken(AliasMove)
    /// Somebody else changed the function or the alias meanwhile, `conflicts` times.
    case conflict(Rival, conflicts: Int)
}

extension Interruption {
    /// A step's own verdict.
    static func ended(_ failure: DeploymentFailure) -> Interruption { .stopped(failure) }

    /// Somebody else has moved the alias.
    static func moved(
        _ alias: AliasConfiguration, to standing: AliasConfiguration?, during write: Write
    ) -> Interruption {
        let move = AliasMove(name: alias.name, before: alias, standing: standing)
        return .rival(Rival(during: write, movedAlias: move))
    }

    /// - Parameter conflicts: how many there have been, this one included.
    func asFailure(conflicts: Int) -> DeploymentFailure {
        switch self {
        case .failed(let failure): .engine(failure)
        case .rival(let rival): .conflict(rival, conflicts: conflicts)
        case .stopped(let reason): DeploymentFailure(reason)
        }
    }
}

extension DeploymentFailure {
    /// Every step's reason is one of ours; whatever else it were, it is told by its own words.
    fileprivate init(_ reason: any StopReason) {
        self = reason as? DeploymentFailure ?? .engine(.unknown(operation: "the deployment", reason: "\(reason)"))
    }
}
