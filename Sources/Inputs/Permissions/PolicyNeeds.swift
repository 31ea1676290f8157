import AWSCore
import Deployment
import Engine

/// What a run's calls take, in the order of the run. A statement without actions or resources is none.
///
/// Source of what takes which action on which resource: https://docs.aws.amazon.com/service-authorization/latest/reference/list_lambda.html
/// and its siblings.
struct PolicyNeeds {
    let settings: Settings
    let scope: PolicyScope
    /// The function's ARN.
    let function: String
    /// Itself, its versions and its aliases.
    let versions: [String]

    private var alias: String? { settings.publication?.alias }

    var ofDeployment: [PolicyStatement] {
        let publishes = settings.publication != nil
        let look =
            ["lambda:GetFunction", "lambda:GetFunctionConfiguration"]
            + (publishes ? ["lambda:ListVersionsByFunction"] : []) + (alias == nil ? [] : ["lambda:GetAlias", warmUp])
        let write =
            ["lambda:UpdateFunctionCode"] + (changesConfiguration ? ["lambda:UpdateFunctionConfiguration"] : [])
            + (publishes ? ["lambda:PublishVersion"] : [])
            + (alias == nil ? [] : ["lambda:CreateAlias", "lambda:UpdateAlias"])
        return [
            PolicyStatement("Look", look, on: versions), PolicyStatement("Deploy", write, on: versions),
            // A version that is asleep is called before it gets traffic.
            PolicyStatement(
                "SmokeTest", settings.smokeTests == nil && alias == nil ? [] : [invoke], on: versions),
            PolicyStatement(
                "Tags",
                settings.tags.isEmpty ? [] : ["lambda:ListTags", "lambda:TagResource", "lambda:UntagResource"],
                on: [function]),
            PolicyStatement(
                "CreateWhenMissing", settings.creation == nil ? [] : ["lambda:CreateFunction"], on: [function]),
            PolicyStatement(
                "PassRole", ["iam:PassRole"], on: text("Role").map { [PolicyScope.literal($0)] } ?? [],
                if: Self.condition("StringEquals", "iam:PassedToService", "lambda.amazonaws.com")),
        ]
    }

    var ofRollback: [PolicyStatement] {
        let search: [String] =
            if case .toVersion(.version) = settings.history.rollback { [] } else { ["lambda:ListVersionsByFunction"] }
        return [
            PolicyStatement(
                "GoBack", ["lambda:GetFunction", "lambda:GetAlias", "lambda:UpdateAlias", warmUp] + search, on: versions
            ),
            PolicyStatement("SmokeTest", [invoke], on: versions),
        ]
    }

    /// Alarms that are made of others are shown only to who may ask for all.
    /// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/permissions-reference-cw.html
    var ofTraffic: [PolicyStatement] {
        let traffic = settings.publication?.traffic
        let watch = traffic?.alarms == nil ? [] : ["cloudwatch:DescribeAlarms"]
        return [PolicyStatement("WatchAlarms", watch, on: ["*"])] + (traffic?.codeDeploy.map(shift) ?? [])
    }

    /// AWS asks for the last three itself, and knows no resource of theirs but these.
    private func shift(by planned: PlannedCodeDeploy) -> [PolicyStatement] {
        let (application, group) = (
            PolicyScope.literal(planned.group.application), PolicyScope.literal(planned.group.name)
        )
        let own = ["CreateDeployment", "GetDeployment", "ListDeployments", "StopDeployment"]
        return [
            PolicyStatement(
                "ShiftByCodeDeploy",
                (own + ["RegisterApplicationRevision", "GetApplicationRevision"]).map { "codedeploy:\($0)" },
                on: [
                    scope.arn("codedeploy", "deploymentgroup:\(application)/\(group)"),
                    scope.arn("codedeploy", "application:\(application)"),
                ]),
            PolicyStatement(
                "LookAtCodeDeploysPace", ["codedeploy:GetDeploymentConfig"],
                on: [scope.arn("codedeploy", "deploymentconfig:*")]),
        ]
    }

    /// Who still uses an old version, and who still calls the function without its new alias.
    var ofOldVersions: [PolicyStatement] {
        let prunes = settings.history.keepVersions != nil
        let uses = ["ListAliases", "ListProvisionedConcurrencyConfigs", "ListFunctionEventInvokeConfigs"]
        let delete = ["GetPolicy", "ListDurableExecutionsByFunction", "DeleteFunction"]
        func lambda(_ names: [String], when isWanted: Bool) -> [String] {
            isWanted ? names.map { "lambda:\($0)" } : []
        }
        return [
            PolicyStatement(
                "LookForCallersWithoutAlias", lambda(["GetPolicy", "GetFunctionUrlConfig"], when: alias != nil),
                on: [function]),
            PolicyStatement("LookForOldVersions", lambda(uses, when: prunes), on: [function]),
            // AWS knows no resource of this one.
            PolicyStatement(
                "LookForTheirCallers", lambda(["ListEventSourceMappings"], when: prunes || alias != nil), on: ["*"]),
            // Of versions only, never the function itself.
            PolicyStatement("DeleteOldVersions", lambda(delete, when: prunes), on: ["\(function):*"]),
        ]
    }

    static func condition(_ name: String, _ key: String, _ value: String) -> JSONValue {
        .object([name: .object([key: .string(value)])])
    }

    private var changesConfiguration: Bool { !settings.configuration.isEmpty || settings.environment != nil }

    func text(_ member: ConfigurationMember) -> String? { settings.configuration[member]?.string }

    private var invoke: String { "lambda:InvokeFunction" }
    private var warmUp: String { "lambda:GetProvisionedConcurrencyConfig" }
}
