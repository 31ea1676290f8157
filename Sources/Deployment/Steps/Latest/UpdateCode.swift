import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// `$LATEST` with the planned code; nothing is sent if it stands there already.
    func updateCode(_ latest: Snapshot) async throws(Interruption) -> Snapshot {
        guard let code = plan.code else { return latest }
        guard Changes(of: plan, on: latest.function).code != nil else {
            if code.sourceKMSKeyArn != nil, latest.function.storage == nil { journal.record(.keyNotCompared) }
            return latest
        }
        warnOfResets(code, latest.function)
        return try await send(code, over: latest)
    }

    /// Whether it stands there already or not.
    func send(_ code: PlannedCode, over latest: Snapshot) async throws(Interruption) -> Snapshot {
        let code = try await inPlace(code)
        tellWhatHasToStay(code, latest.function)
        do {
            return try await makingRoom { () throws(Interruption) in
                try await engine.perform(update(to: code, on: latest), on: latest)
            }
        } catch {
            throw error.afterUploading(code, during: .updateFunctionCode)
        }
    }

    private func update(to code: PlannedCode, on latest: Snapshot) -> GuardedWrite {
        let before = Expectation(latest.content)
        let update = code.update(of: latest.function)
        return GuardedWrite(
            write: .updateFunctionCode, waiting: .codeUpdate,
            goal: { answer in
                let told = answer.flatMap { FunctionContent(of: $0).codeSha256 }
                return before.updatingCode(
                    codeSha256: code.digest ?? told ?? code.likelyDigest, architectures: code.architectures,
                    imageUri: code.imageUri)
            },
            isCodeCertain: code.digest != nil, requireComparable: requireReadableVariables,
            send: { revisionId throws(AWSFailure) in
                let answer = try await lambda.updateFunctionCode(
                    engine.functionName, update, revisionId: revisionId, within: Budget.upload)
                tellIfSwapped(answer, code)
                return answer
            })
    }

    /// AWS resets with new code what is not sent along.
    private func warnOfResets(_ code: PlannedCode, _ function: FunctionDescription) {
        guard let storage = function.storage else {
            if code.imageUri == nil { journal.record(.storageUntold(isKeyGiven: code.sourceKMSKeyArn != nil)) }
            return
        }
        guard let mode = storage.mode, code.storageModeToSend(over: function) == nil else { return }
        journal.record(.storageModeLost(mode))
    }

    private func tellWhatHasToStay(_ code: PlannedCode, _ function: FunctionDescription) {
        guard let mode = code.storageModeToSend(over: function), let address = code.address else { return }
        journal.record(.upload(.hasToStay(mode, address)))
    }
}
