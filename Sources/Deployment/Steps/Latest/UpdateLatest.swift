import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// `$LATEST` with the planned code and configuration. The code goes first, unless AWS refuses it for what still stands
    /// and the plan changes just that.
    func updateLatest(_ latest: Snapshot) async throws(Interruption) -> Snapshot {
        do {
            return try await updateConfiguration(updateCode(latest))
        } catch .failed(.refused(let refusal)) {
            guard let obstacle = Changes(of: plan, on: latest.function).obstacle(toCodeRefusedWith: refusal) else {
                throw .failed(.refused(refusal))
            }
            journal.record(.configurationGoesFirst(refusal, obstacle))
            return try await updateCode(updateConfiguration(lookAgain(after: latest)))
        }
    }

    /// The code was refused, but its write may have gone on from later looks than this one.
    private func lookAgain(after latest: Snapshot) async throws(Interruption) -> Snapshot {
        try await engine.settle(
            .lookUp(.updateFunctionCode), unchangedFrom: latest, after: latest.lineage, onTimeout: .fail,
            during: .updateFunctionCode, isOursBetween: false
        ).following(latest)
    }
}

extension Changes {
    /// The member of the configuration that AWS refuses the code for, if it is to be changed anyway.
    package func obstacle(toCodeRefusedWith refusal: Refusal) -> ConfigurationMember? {
        refusal.memberInTheWayOfCode.flatMap { configuration[$0] == nil ? nil : $0 }
    }
}

extension Refusal {
    /// What of the configuration that stands does not bear the code. UpdateFunctionCode is sent neither runtime nor layers,
    /// so where its refusal speaks of them, it means those that stand: a runtime that is blocked, or that does not know the
    /// new architecture; layers that leave too little of the 250 MB.
    /// Sources: https://github.com/motdotla/node-lambda/issues/525, https://github.com/serverless/serverless/issues/10057,
    /// https://github.com/serverless/serverless/issues/8313
    package var memberInTheWayOfCode: ConfigurationMember? {
        guard operation == Write.updateFunctionCode.rawValue, code == "InvalidParameterValueException" else {
            return nil
        }
        let words = message.lowercased()
        if words.contains("runtime") { return .runtime }
        return words.contains("with layers") ? .layers : nil
    }
}
