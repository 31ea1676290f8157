import AWSServices

/// Where an alias's traffic goes: to a version, but for the shares of others.
package struct Routing: Sendable, Equatable {
    package let version: String
    /// 0 to 1, by the version that gets it.
    package let weights: [String: Double]

    /// All of it to one version.
    package init(version: String) {
        self.init(version: version, weights: [:])
    }

    package init(version: String, weights: [String: Double]) {
        self.version = version
        self.weights = weights
    }

    /// Weights are the same to the hundredth of a percent.
    package static func == (one: Routing, other: Routing) -> Bool {
        one.version == other.version
            && one.weights.mapValues(hundredthsOfPercent(ofWeight:))
                == other.weights.mapValues(hundredthsOfPercent(ofWeight:))
    }
}

extension Routing {
    /// All traffic to another version by a weight: so AWS itself routes an alias with provisioned concurrency that has been
    /// moved to `version`, until the new instances are warm. Who else does so is told only by asking.
    /// Source: https://github.com/hashicorp/terraform-provider-aws/issues/48116
    package var mayBeWarmUp: Bool {
        weights.count == 1
            && weights.allSatisfy { $0.key != version && hundredthsOfPercent(ofWeight: $0.value) == 10_000 }
    }

    /// The same, of an alias that was moved there from `before`.
    package func mayBeWarmUp(of moved: Routing, from before: AliasConfiguration?) -> Bool {
        guard let before else { return false }
        return mayBeWarmUp && moved == Routing(version: version) && weights[before.functionVersion] != nil
    }
}

extension AliasConfiguration {
    package var routing: Routing {
        Routing(version: functionVersion, weights: additionalVersionWeights)
    }

    /// All its traffic goes to this version.
    package func isWholly(at version: String?) -> Bool {
        functionVersion == version && additionalVersionWeights.isEmpty
    }

    /// Where its traffic goes: the version, and what others get beside it.
    package var traffic: String {
        let others = additionalVersionWeights.sorted { $0.key < $1.key }
            .map { "\(percent(ofWeight: $0.value)) to \($0.key)" }
        return ([functionVersion] + others).joined(separator: ", ")
    }

    /// The same alias with this routing, as it is to be put back.
    package func with(_ routing: Routing) -> AliasConfiguration {
        AliasConfiguration(
            name: name, arn: arn, functionVersion: routing.version, additionalVersionWeights: routing.weights,
            description: description, revisionId: revisionId)
    }
}
