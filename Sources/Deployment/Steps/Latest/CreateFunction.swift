import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// The function as it stands, created first if it is missing.
    func createIfMissing(_ baseline: Baseline) async throws(Interruption) -> Snapshot {
        if let latest = baseline.latest { return latest }
        guard let creation = plan.creation, let planned = plan.code else { throw .ended(.functionMissing) }
        let code = try await inPlace(planned)
        engine.tell(.sending(.createFunction))
        let created = try await created(creation, code)
        engine.tell(.done(.createFunction))
        return created
    }

    private func created(_ creation: PlannedCreation, _ code: PlannedCode) async throws(Interruption) -> Snapshot {
        do {
            return try await create(creation, code)
        } catch {
            throw error.afterUploading(code, during: .createFunction)
        }
    }

    private func create(_ creation: PlannedCreation, _ code: PlannedCode) async throws(Interruption) -> Snapshot {
        var troubles = Troubles(limit: plan.waits.timeout)
        while true {
            do {
                let answer = try await sendCreation(creation, code)
                engine.tell(.accepted(.createFunction))
                tellIfSwapped(answer, code)
                return try await follow(creationAnswer: answer)
            } catch {
                troubles.add(try engine.trouble(with: .createFunction, error), at: clock.elapsed())
            }
            try await engine.pause(troubles.pause(chance: clock.random()))
            // Refused because it is there, or not answered: whoever made it, what is there decides.
            if try await engine.lookAtLatest(within: Budget.read) != nil {
                return try await adoptIfOurs(answerWasLost: troubles.mayHaveArrived)
            }
            try troubles.requireTimeLeft(at: clock.elapsed())
        }
    }

    private func follow(creationAnswer answer: FunctionConfiguration) async throws(Interruption) -> Snapshot {
        if Readiness(ofLatest: answer) == .notYet { try await engine.pause(PollSchedule.first) }
        let seen = try await created(after: .created(by: answer))
        let deviations = Expectation(FunctionContent(of: answer)).deviations(in: seen.content)
        try requireNoRival(engine.foreignAcrossOurs(deviations, writing: plan.members), during: .createFunction)
        return seen
    }

    /// A function that appeared while we were creating it: ours if it is as planned and our answer was lost.
    private func adoptIfOurs(answerWasLost: Bool) async throws(Interruption) -> Snapshot {
        let seen = try await created(after: Lineage())
        let deviations = plan.creating.deviations(in: seen.content)
        guard answerWasLost, deviations.isEmpty else {
            throw .rival(Rival(during: .createFunction, differences: deviations))
        }
        engine.recordArrival(of: .createFunction)
        return seen
    }

    private func created(after lineage: Lineage) async throws(Interruption) -> Snapshot {
        let seen = try await engine.settle(.creation, after: lineage, onTimeout: .fail)
        // An image that fails from the beginning is no image that was lost.
        guard seen.readiness != .imageFailed else { throw .failed(.functionFailed(seen.function.configuration)) }
        return seen
    }

    private func sendCreation(
        _ creation: PlannedCreation, _ code: PlannedCode
    ) async throws(Interruption) -> FunctionConfiguration {
        try await engine.whileRolesSpread(.createFunction) { () throws(AWSFailure) in
            try await lambda.createFunction(
                engine.functionName, code: code.source, sourceKMSKeyArn: code.sourceKMSKeyArn,
                members: membersForCreation(creation), within: Budget.upload)
        }
    }

    private func membersForCreation(_ creation: PlannedCreation) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        for (member, value) in plan.configurationToCreate {
            members[member.rawValue] = member == .environment ? .object(["Variables": value]) : value
        }
        members["PackageType"] = .string(creation.packageType)
        members["Architectures"] = plan.code?.architectures.map { .array($0.map(JSONValue.string)) }
        members["CodeSigningConfigArn"] = creation.codeSigningConfigArn.map(JSONValue.string)
        members["Tags"] = plan.tags.isEmpty ? nil : .object(plan.tags.mapValues(JSONValue.string))
        return members
    }
}

extension DeploymentPlan {
    /// A function of our making has our variables and no others.
    fileprivate var creating: DeploymentPlan {
        var plan = self
        plan.environment?.strategy = .replace
        return plan
    }
}
