import AWSCore
import Engine

extension FunctionDeployment {
    /// - Throws: what AWS would refuse for good after a part has been written.
    func requirePossible(_ baseline: Baseline) throws(Interruption) {
        let standing = baseline.latest?.content
        if let refusal = plan.foreseenRefusal(over: standing) { throw .ended(.wouldBeRefused(refusal)) }
        if plan.testsLatestOfInstances(over: standing) { throw .ended(.latestNotInvocable) }
    }
}

extension DeploymentPlan {
    /// As far as it shows without another call.
    /// - Parameter standing: nil: the function is to be created.
    package func foreseenRefusal(over standing: FunctionContent?) -> ForeseenRefusal? {
        let sent = configurationToSend(orCreateOver: standing)
        return excessOfVariables(sent) ?? missingExecutionTimeout(sent, standing) ?? uncallableTest(over: standing)
    }

    /// The members to be sent, whole.
    private func configurationToSend(orCreateOver standing: FunctionContent?) -> [ConfigurationMember: JSONValue] {
        standing.map { configurationToSend(over: $0) } ?? configurationToCreate
    }

    private func excessOfVariables(_ sent: [ConfigurationMember: JSONValue]) -> ForeseenRefusal? {
        let variables = (sent[.environment]?.object ?? [:]).map { name, value in
            ForeseenRefusal.Variable(
                name: name, bytes: VariablesSize.bytes(name, value.string ?? ""),
                isGiven: environment?.variables[name] != nil)
        }
        let bytes = VariablesSize.bytes(ofAll: variables.map(\.bytes))
        guard bytes > VariablesSize.most else { return nil }
        let largest = variables.sorted { ($1.bytes, $0.name) < ($0.bytes, $1.name) }.prefix(3)
        return .variablesTooLarge(bytes: bytes, largest: Array(largest))
    }

    /// One that stands stays.
    private func missingExecutionTimeout(
        _ sent: [ConfigurationMember: JSONValue], _ standing: FunctionContent?
    ) -> ForeseenRefusal? {
        guard sent[.durableConfig]?.object?.isEmpty == false, executionTimeout(over: standing) == nil else {
            return nil
        }
        return .executionTimeoutMissing
    }

    private func uncallableTest(over standing: FunctionContent?) -> ForeseenRefusal? {
        guard smokeTests != nil, let time = executionTimeout(over: standing), time > longestInvocation else {
            return nil
        }
        return .testNeverCalled(executionTimeout: time)
    }

    private func executionTimeout(over standing: FunctionContent?) -> Int? {
        [configuration[.durableConfig], standing?.members[.durableConfig]].lazy
            .compactMap { $0?["ExecutionTimeout"]?.integer }.first
    }

    /// Whether `$LATEST` is to be tested of a function that comes to managed instances, where it cannot be invoked.
    package func testsLatestOfInstances(over standing: FunctionContent?) -> Bool {
        let planned = content(over: standing)
        let instances = planned.members[.capacityProviderConfig]?["LambdaManagedInstancesCapacityProviderConfig"]
        return instances != nil && smokeTests != nil && testTarget(of: planned) != .version
    }
}
