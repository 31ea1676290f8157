import AWSServices
import Engine

extension FunctionDeployment {
    /// Something that takes long, and meanwhile the upload that is needed in any case, as far as one look tells.
    ///
    /// A key that somebody gave may hold something else, which is not overwritten before all is known that could end the run.
    func uploading<Answer: Sendable>(
        onto first: FunctionDescription,
        while work: @escaping @Sendable () async throws(Interruption) -> Answer
    ) async throws(Interruption) -> Answer {
        guard let code = plan.code, code.upload?.isKeyOfContent == true, Changes(of: plan, on: first).code != nil
        else { return try await work() }
        return try await sideBySide({ () throws(Interruption) in try await uploadEarly(code) }, work).1
    }

    /// A run that will give way to a newer one uploads nothing.
    private func uploadEarly(_ code: PlannedCode) async throws(Interruption) {
        if let name = plan.publication?.alias, plan.history.onSuperseded != .deploy,
            try await supersession(of: engine.lookAtAlias(name, within: Budget.read)) != nil
        {
            return
        }
        _ = try await inPlace(code)
    }
}
