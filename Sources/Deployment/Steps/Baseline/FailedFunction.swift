import AWSServices
import Engine

extension FunctionDeployment {
    /// Of a function in `State: Failed`, with all that decides on the advice.
    func failure(of function: FunctionConfiguration) async -> Interruption {
        let isUseless = function.isFailedCreation ? await isNeverPublished() : false
        return .ended(.functionFailed(function.reasonOfState, isUseless: isUseless))
    }

    /// Where it cannot be seen, there may be versions.
    private func isNeverPublished() async -> Bool {
        do {
            return try await engine.publishedVersions().isEmpty
        } catch {
            return false
        }
    }
}
