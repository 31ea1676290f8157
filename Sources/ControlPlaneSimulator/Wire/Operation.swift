/// A call the simulator knows, by AWS's name for it.
package enum Operation: String, Sendable, CaseIterable {
    case getFunction = "GetFunction"
    case getFunctionConfiguration = "GetFunctionConfiguration"
    case createFunction = "CreateFunction"
    case updateFunctionCode = "UpdateFunctionCode"
    case updateFunctionConfiguration = "UpdateFunctionConfiguration"
    case publishVersion = "PublishVersion"
    case listVersionsByFunction = "ListVersionsByFunction"
    case deleteFunction = "DeleteFunction"
    case getAlias = "GetAlias"
    case createAlias = "CreateAlias"
    case updateAlias = "UpdateAlias"
    case deleteAlias = "DeleteAlias"
    case listAliases = "ListAliases"
    case listProvisionedConcurrencyConfigs = "ListProvisionedConcurrencyConfigs"
    case getProvisionedConcurrencyConfig = "GetProvisionedConcurrencyConfig"
    case listTags = "ListTags"
    case tagResource = "TagResource"
    case untagResource = "UntagResource"
    case invoke = "Invoke"
    case getObject = "GetObject"
    case headObject = "HeadObject"
    case putObject = "PutObject"
    case batchGetImage = "BatchGetImage"
    case describeAlarms = "DescribeAlarms"
    case createDeployment = "CreateDeployment"
    case getDeployment = "GetDeployment"
    case listDeployments = "ListDeployments"
    case stopDeployment = "StopDeployment"
    case getPolicy = "GetPolicy"
    case listEventSourceMappings = "ListEventSourceMappings"
    case listFunctionEventInvokeConfigs = "ListFunctionEventInvokeConfigs"
    case listDurableExecutionsByFunction = "ListDurableExecutionsByFunction"
    case getFunctionUrlConfig = "GetFunctionUrlConfig"

    /// Whether it changes a function, a version or an alias when it is accepted.
    package var isWrite: Bool {
        switch self {
        case .createFunction, .updateFunctionCode, .updateFunctionConfiguration, .publishVersion, .deleteFunction,
            .createAlias, .updateAlias, .deleteAlias, .tagResource, .untagResource, .createDeployment,
            .stopDeployment:
            true
        default: false
        }
    }
}

extension Operation {
    /// The permission that it takes, as far as it is denied somewhere.
    var action: String {
        switch self {
        case .describeAlarms: "cloudwatch:\(rawValue)"
        case .createDeployment, .getDeployment, .listDeployments, .stopDeployment: "codedeploy:\(rawValue)"
        default: "lambda:\(rawValue)"
        }
    }
}
