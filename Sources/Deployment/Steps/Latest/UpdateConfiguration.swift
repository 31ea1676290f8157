import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// `$LATEST` with the planned configuration; only the members that differ are sent.
    func updateConfiguration(_ latest: Snapshot) async throws(Interruption) -> Snapshot {
        let changes = Changes(of: plan, on: latest.function)
        guard !changes.configuration.isEmpty else { return latest }
        return try await send(changes.configuration, over: latest)
    }

    /// Whether they stand so already or not.
    func send(
        _ members: [ConfigurationMember: JSONValue], over latest: Snapshot
    ) async throws(Interruption) -> Snapshot {
        try requireReadableVariables(latest)
        return try await engine.perform(update(of: members, on: latest), on: latest)
    }

    private func update(of members: [ConfigurationMember: JSONValue], on latest: Snapshot) -> GuardedWrite {
        let after = Expectation(latest.content).updating(members)
        var request: [String: JSONValue] = [:]
        for (member, value) in members {
            request[member.rawValue] = member == .environment ? .object(["Variables": value]) : value
        }
        return GuardedWrite(
            write: .updateFunctionConfiguration, waiting: .configurationUpdate,
            goal: { _ in after }, isCodeCertain: true,
            requireComparable: { seen throws(Interruption) in
                try requireReadableVariables(seen)
                try requireTaken(members.parts, in: seen)
            },
            send: { [request] revisionId throws(AWSFailure) in
                try await lambda.updateFunctionConfiguration(
                    engine.functionName, members: request, revisionId: revisionId, within: Budget.write)
            })
    }

    /// A name that AWS does not know passes without a word, and nothing comes of it, wherever it stands.
    private func requireTaken(
        _ sent: [ConfigurationMember: JSONValue], in seen: Snapshot
    ) throws(Interruption) {
        let missing = sent.filter { part, value in
            !part.isKnown && seen.content.members[part] == nil && !seen.content.covers(value, of: part)
        }
        guard missing.isEmpty else { throw .ended(.notTaken(missing.keys.sorted())) }
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
