import AWSCore
import AWSServices
import Engine

@testable import Deployment

func plan(
    digest: String? = "old", configuration: [ConfigurationMember: JSONValue] = [:],
    environment: PlannedEnvironment? = nil, tags: [String: String] = [:]
) -> DeploymentPlan {
    DeploymentPlan(
        functionName: "demo",
        code: PlannedCode(
            source: .s3(bucket: "b", key: "k", version: nil), digest: digest, likelyDigest: nil,
            architectures: nil, sourceKMSKeyArn: nil, judgement: { _ in [] }, upload: nil, bucketOwner: nil),
        configuration: configuration, environment: environment, tags: tags, creation: nil, requiredRevisionId: nil,
        smokeTests: nil, publication: nil, waits: WaitPolicy(timeout: .seconds(300), onTimeout: .fail, deadline: nil),
        conflicts: ConflictPolicy(onConflict: .retry, maxRetries: 3),
        history: PlannedHistory(run: nil, onSuperseded: .stop, keepVersions: nil, rollback: nil),
        onFailure: .auto, allowedAccounts: [])
}
