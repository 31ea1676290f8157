import AWSServices
import Engine
import Synchronization

extension FunctionDeployment {
    /// Something that takes long, and meanwhile the upload that is needed in any case, as far as one look tells. What fails
    /// first ends both.
    ///
    /// A key that somebody gave may hold something else, which is not overwritten before all is known that could end the run.
    func uploading<Answer: Sendable>(
        onto first: FunctionDescription,
        while work: @escaping @Sendable () async throws(Interruption) -> Answer
    ) async throws(Interruption) -> Answer {
        guard let code = plan.code, code.upload?.isKeyOfContent == true, Changes(of: plan, on: first).code != nil
        else { return try await work() }
        let ending = Ending<Answer>()
        await clock.sideBySide([
            { await ending.note { () throws(Interruption) in try await uploadEarly(code) } },
            {
                await ending.note { () throws(Interruption) in
                    let answer = try await work()
                    ending.succeed(with: answer)
                }
            },
        ])
        return try ending.answer()
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

/// How two works that go on at once have ended: the first failure counts.
private final class Ending<Answer: Sendable>: Sendable {
    private let result = Mutex<Result<Answer, Interruption>?>(nil)

    func succeed(with answer: Answer) {
        result.withLock { if $0 == nil { $0 = .success(answer) } }
    }

    /// - Returns: whether it went well.
    func note(_ work: () async throws(Interruption) -> Void) async -> Bool {
        do {
            try await work()
            return true
        } catch {
            result.withLock { if case .failure = $0 {} else { $0 = .failure(error) } }
            return false
        }
    }

    func answer() throws(Interruption) -> Answer {
        guard let result = result.withLock({ $0 }) else { throw .failed(.cancelled) }
        return try result.get()
    }
}
