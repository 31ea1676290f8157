import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// `$LATEST` with the planned configuration; only the members that differ are sent.
    func updateConfiguration(_ latest: Snapshot) async throws(Interruption) -> Snapshot {
        let changes = Changes(of: plan, on: latest.function)
        guard !changes.configuration.isEmpty else { return latest }
        try requireReadableVariables(latest)
        return try await engine.perform(configurationUpdate(changes, on: latest), on: latest)
    }

    private func configurationUpdate(_ changes: Changes, on latest: Snapshot) -> GuardedWrite {
        let after = Expectation(latest.content).updating(changes.configuration)
        var request: [String: JSONValue] = [:]
        for (member, value) in changes.configuration {
            request[member.rawValue] = member == .environment ? .object(["Variables": value]) : value
        }
        return GuardedWrite(
            write: .updateFunctionConfiguration, waiting: .configurationUpdate,
            goal: { _ in after }, isCodeCertain: true,
            requireComparable: { [request] seen throws(Interruption) in
                try requireReadableVariables(seen)
                try requireTaken(request.keys.map { ConfigurationMember(rawValue: $0) }, in: seen)
            },
            send: { [request] revisionId throws(AWSFailure) in
                try await lambda.updateFunctionConfiguration(
                    engine.functionName, members: request, revisionId: revisionId, within: Budget.write)
            })
    }

    /// A name that AWS does not know passes without a word, and nothing comes of it.
    private func requireTaken(_ sent: [ConfigurationMember], in seen: Snapshot) throws(Interruption) {
        let missing = sent.filter { !$0.isKnown && seen.content.members[$0] == nil }
        guard missing.isEmpty else { throw .ended(.notTaken(missing.sorted())) }
    }

    /// Variables that AWS cannot decrypt for us can neither be merged with nor, once they are written, be told from a
    /// rival's. Only another key mends that, and then all of them have to be given.
    func requireReadableVariables(_ latest: Snapshot) throws(Interruption) {
        guard let environment = plan.environment,
            let error = latest.function.configuration.members["Environment"]?["Error"]
        else { return }
        let getsAnotherKey = plan.configurationToSend(over: latest.content)[.kmsKeyArn] != nil
        guard environment.strategy == .merge || !getsAnotherKey else { return }
        throw .ended(.environmentUnreadable(reason: (error["Message"]?.string).orNoReason))
    }
}
