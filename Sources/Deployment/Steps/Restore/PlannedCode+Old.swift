import AWSServices
import Engine

/// The code that stood before was not kept.
struct NoOldCode: StopReason {}

extension FunctionDeployment {
    /// The code that `$LATEST` is to have again.
    func oldCode(for target: Standing) async throws(Interruption) -> PlannedCode {
        throw .stopped(NoOldCode())
    }
}
