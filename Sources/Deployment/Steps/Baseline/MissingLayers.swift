import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// Asks for the layers that the function has not got yet. It is a courtesy: where that may not be asked, AWS decides.
    func missingLayers(_ baseline: Baseline) async throws(Interruption) -> [ForeseenRefusal] {
        var missing: [ForeseenRefusal.Layer] = []
        for layer in plan.layersToAskFor(over: baseline.latest?.content) {
            do {
                let isThere = try await engine.call { () throws(AWSFailure) in
                    try await lambda.hasLayerVersion(layer, within: Budget.identification)
                }
                if !isThere { missing.append(.init(arn: layer, ofAccount: baseline.account ?? plan.accountOfRole)) }
            } catch {
                if case .failed(.cancelled) = error { throw error }
                break
            }
        }
        return missing.isEmpty ? [] : [.layersMissing(missing)]
    }
}

extension DeploymentPlan {
    /// AWS's own have neither account nor number, and are there for everybody.
    package func layersToAskFor(over standing: FunctionContent?) -> [String] {
        let standing = arns(standing?.members[.layers])
        return arns(configuration[.layers]).filter { layer in
            !standing.contains(layer) && ARN(layer)?.account.isEmpty == false
        }
    }

    private func arns(_ layers: JSONValue?) -> [String] {
        (layers?.array ?? []).compactMap { $0.string ?? $0["Arn"]?.string }
    }

    fileprivate var accountOfRole: String? {
        configuration["Role"]?.string.flatMap(ARN.init).map { String($0.account) }
    }
}

extension Baseline {
    fileprivate var account: String? {
        latest?.function.configuration.functionArn.flatMap(ARN.init).map { String($0.account) }
    }
}

extension ForeseenRefusal.Layer {
    fileprivate init(arn: String, ofAccount account: String?) {
        self.init(arn: arn, isOwn: ARN(arn).map { $0.account == account ?? "" } ?? false)
    }
}
