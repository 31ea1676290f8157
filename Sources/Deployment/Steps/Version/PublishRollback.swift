import AWSServices
import Engine

extension FunctionDeployment {
    /// Publishing, which in a rollback to an older package may fail: the code is back, and that is what counts.
    /// `nil`: it failed, and the alias stays where it is.
    func publishOrWarn(
        _ latest: Snapshot, _ publication: PlannedPublication, _ alias: AliasConfiguration?,
        newest: FunctionConfiguration?
    ) async throws(Interruption) -> Published? {
        do {
            return try await testAndPublish(latest, publication, newest: newest)
        } catch {
            guard plan.history.rollback == .toPackage, case .failed(let failure) = error, failure.isOfPublishing
            else { throw error }
            journal.record(.rollbackNotPublished(.engine(failure), alias))
            return nil
        }
    }
}

extension EngineFailure {
    /// Not of the test before it, and not a rival's doing, whose code may be there by now.
    fileprivate var isOfPublishing: Bool {
        let publishing = Write.publishVersion.rawValue
        return switch self {
        case .refused(let refusal): refusal.operation == publishing
        case .unreachable(let operation, _), .unknown(let operation, _): operation == publishing
        default: false
        }
    }
}
