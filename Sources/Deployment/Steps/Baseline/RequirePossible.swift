import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// Says what AWS alone can judge, and may refuse.
    func noteDoubts(_ baseline: Baseline) async throws(Interruption) {
        try await noteImage(baseline)
        weighPackage(baseline)
        noteRoles(baseline)
    }

    /// - Throws: all that is known not to work, at once.
    func requirePossible(_ baseline: Baseline) async throws(Interruption) {
        let (standing, state) = (baseline.latest?.content, baseline.latest?.function.configuration.state)
        let refusals =
            plan.foreseenRefusals(over: standing, in: state) + (try await missingLayers(baseline))
            + packageFaults(baseline)
        if !refusals.isEmpty { throw .ended(.wouldBeRefused(refusals)) }
    }
}

extension DeploymentPlan {
    /// As far as it shows without another call.
    /// - Parameter standing: nil: the function is to be created.
    package func foreseenRefusals(over standing: FunctionContent?, in state: FunctionState?) -> [ForeseenRefusal] {
        let sent = configurationToSend(orCreateOver: standing)
        let isUncallable = testsLatestOfInstances(over: standing, in: state)
        return [
            excessOfVariables(sent), missingExecutionTimeout(sent, standing), uncallableTest(over: standing),
            isUncallable ? .latestNotInvocable : nil,
        ].compactMap(\.self)
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

    /// Whether `$LATEST` is to be tested of a function that is on managed instances, or comes there, where it cannot be invoked.
    private func testsLatestOfInstances(over standing: FunctionContent?, in state: FunctionState?) -> Bool {
        let planned = content(over: standing)
        let instances = planned.members[.capacityProviderConfig]?["LambdaManagedInstancesCapacityProviderConfig"]
        let isOnInstances = instances != nil || state == .activeNonInvocable
        return isOnInstances && smokeTests != nil && testTarget(of: planned) != .version
    }
}
