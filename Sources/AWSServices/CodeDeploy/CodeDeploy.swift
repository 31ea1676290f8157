import AWSCore

/// As much of AWS CodeDeploy as it takes to have it shift an alias.
package struct CodeDeploy: Sendable {
    let client: AWSClient

    package init(client: AWSClient) {
        self.client = client
    }
}

extension AWSService {
    /// Source: https://docs.aws.amazon.com/general/latest/gr/codedeploy.html
    package static let codeDeploy = AWSService(
        signingName: "codedeploy", hostPrefix: "codedeploy", endpointVariable: "AWS_ENDPOINT_URL_CODEDEPLOY",
        signature: .ordinary, errors: .json)
}

extension AWSCall {
    static func codeDeploy(_ operation: String, _ effect: Effect, _ members: [String: JSONValue]) -> AWSCall {
        targeted(operation, effect, target: "CodeDeploy_20141006", version: "1.1", members)
    }
}

/// Where deployments of a function are kept and how they go, made by somebody in CodeDeploy.
package struct DeploymentGroup: Sendable, Equatable {
    package let application: String
    package let name: String

    package init(application: String, name: String) {
        self.application = application
        self.name = name
    }

    var members: [String: JSONValue] {
        ["applicationName": .string(application), "deploymentGroupName": .string(name)]
    }
}
