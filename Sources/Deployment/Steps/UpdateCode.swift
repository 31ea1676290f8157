import AWSCore
import AWSServices

extension Deployment {
    /// `$LATEST` with the planned code; nothing is sent if it stands there already.
    ///
    /// After a failed update the code is sent even if it is the same: an update that succeeds is the cure.
    func updateCode(_ latest: Snapshot) async throws(Interruption) -> Snapshot {
        let changes = Changes(of: plan, on: latest.function)
        guard changes.sendsCode || latest.readiness == .lastUpdateFailed else { return latest }
        return try await perform(codeUpdate(on: latest), on: latest)
    }

    private func codeUpdate(on latest: Snapshot) -> GuardedWrite {
        let before = Expectation(latest.content)
        return GuardedWrite(
            write: .updateFunctionCode, waiting: .codeUpdate,
            goal: { answer in
                let told = answer.flatMap { FunctionContent(of: $0).codeSha256 }
                return before.updating(plan.code, digest: told ?? plan.code.digest ?? plan.code.likelyDigest)
            },
            isCodeCertain: plan.code.digest != nil,
            send: { revisionId throws(AWSFailure) in
                try await lambda.updateFunctionCode(
                    plan.functionName, code: plan.code.source, architectures: plan.code.architectures,
                    sourceKMSKeyArn: plan.code.sourceKMSKeyArn, revisionId: revisionId, within: Budget.upload)
            })
    }
}
