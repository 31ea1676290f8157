import AWSCore

/// The environment variables that a plan asks for.
package struct PlannedEnvironment: Sendable {
    package enum Strategy: String, Sendable, CaseIterable {
        /// The given variables are added to those that stand, or overwrite them.
        case merge
        /// The given variables are the whole environment.
        case replace
    }

    package var variables: [String: Secret]
    package var strategy: Strategy

    package init(variables: [String: Secret], strategy: Strategy) {
        self.variables = variables
        self.strategy = strategy
    }
}

extension PlannedEnvironment {
    /// All variables as they are to be.
    package func applied(to standing: JSONValue?) -> JSONValue {
        let given = variables.mapValues { JSONValue.string($0.revealed) }
        switch strategy {
        case .replace: return .object(given)
        case .merge: return .object((standing?.object ?? [:]).merging(given) { _, new in new })
        }
    }
}
