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
    case headBucket = "HeadBucket"
    case createMultipartUpload = "CreateMultipartUpload"
    case uploadPart = "UploadPart"
    case completeMultipartUpload = "CompleteMultipartUpload"
    case abortMultipartUpload = "AbortMultipartUpload"
    case listParts = "ListParts"
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
    case getLayerVersionByArn = "GetLayerVersionByArn"
    case getCallerIdentity = "GetCallerIdentity"
    /// What GetFunction's link leads to: no call of anybody's, for it is signed by Lambda.
    case downloadCode = "DownloadCode"

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

    package var isOfS3: Bool {
        switch self {
        case .getObject, .headObject, .putObject, .headBucket, .createMultipartUpload, .uploadPart,
            .completeMultipartUpload, .abortMultipartUpload, .listParts, .downloadCode:
            true
        default: false
        }
    }

    /// Whether it brings bytes to S3 when it is accepted, or is about to.
    package var isUpload: Bool {
        switch self {
        case .putObject, .createMultipartUpload, .uploadPart, .completeMultipartUpload: true
        default: false
        }
    }
}

extension Operation {
    /// The permission that it takes, as far as it is denied somewhere.
    var action: String {
        switch self {
        case .describeAlarms: "cloudwatch:\(rawValue)"
        case .getCallerIdentity: "sts:\(rawValue)"
        // Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
        case .getObject, .headObject: "s3:GetObject"
        case .putObject, .createMultipartUpload, .uploadPart, .completeMultipartUpload: "s3:PutObject"
        case .headBucket: "s3:ListBucket"
        case .abortMultipartUpload: "s3:AbortMultipartUpload"
        case .listParts: "s3:ListMultipartUploadParts"
        case .createDeployment, .getDeployment, .listDeployments, .stopDeployment: "codedeploy:\(rawValue)"
        case .getLayerVersionByArn: "lambda:GetLayerVersion"
        default: "lambda:\(rawValue)"
        }
    }
}
