import HTTP

/// Which operation a request asks for, and of what.
///
/// Lambda's paths begin with a date, ECR's, CloudWatch's and CodeDeploy's operations stand in a header, everything else is an object of S3. Source: https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html
struct Route {
    let operation: Operation
    /// The function, or a tagged resource's ARN.
    let function: String?
    let alias: String?

    private init(_ operation: Operation, function: String?, alias: String?) {
        self.operation = operation
        self.function = function
        self.alias = alias
    }

    /// `nil` when there is no such operation.
    init?(_ request: HTTPRequest) {
        let path = request.pathWithBucket.utf8.split(separator: UInt8(ascii: "/")).map { percentDecoded(Substring($0)) }
        let target = request.headers["X-Amz-Target"]
        if let operation = target.flatMap(Self.targets) {
            self.init(operation, function: nil, alias: nil)
        } else if path.starts(with: ["2015-03-31", "functions"]) {
            self.init(request.method, function: Array(path.dropFirst(2)))
        } else if path.starts(with: ["2019-09-30", "functions"]), path.count == 4, path[3] == "provisioned-concurrency",
            request.method == .get
        {
            let isList = request.query.contains(.init(name: "List", value: "ALL"))
            self.init(
                isList ? .listProvisionedConcurrencyConfigs : .getProvisionedConcurrencyConfig, function: path[2],
                alias: nil)
        } else if path == ["2015-03-31", "event-source-mappings"], request.method == .get {
            let function = request.query.first { $0.name == "FunctionName" }?.value
            self.init(.listEventSourceMappings, function: function, alias: nil)
        } else if path.starts(with: ["2019-09-25", "functions"]), path.dropFirst(3) == ["event-invoke-config", "list"] {
            self.init(.listFunctionEventInvokeConfigs, function: path[2], alias: nil)
        } else if path.starts(with: ["2021-10-31", "functions"]), path.dropFirst(3) == ["url"], request.method == .get {
            self.init(.getFunctionUrlConfig, function: path[2], alias: nil)
        } else if path.starts(with: ["2025-12-01", "functions"]), path.dropFirst(3) == ["durable-executions"] {
            self.init(.listDurableExecutionsByFunction, function: path[2], alias: nil)
        } else if path == ["2018-10-31", "layers"], request.query.contains(.init(name: "find", value: "LayerVersion")) {
            self.init(.getLayerVersionByArn, function: nil, alias: nil)
        } else if path.starts(with: ["2017-03-31", "tags"]), path.count == 3 {
            self.init(request.method, tagged: path[2])
        } else if path.isEmpty, request.method == .post {
            // STS's operations stand in the body, and this is the one that is asked for.
            self.init(.getCallerIdentity, function: nil, alias: nil)
        } else if let link = CodeLink(path: path), request.method == .get {
            self.init(.downloadCode, function: link.function, alias: nil)
        } else {
            self.init(request, object: path)
        }
    }

    /// The operations that stand in the header X-Amz-Target.
    private static func targets(_ target: String) -> Operation? {
        switch target {
        case "AmazonEC2ContainerRegistry_V20150921.BatchGetImage": .batchGetImage
        case "GraniteServiceVersion20100801.DescribeAlarms": .describeAlarms
        case "CodeDeploy_20141006.CreateDeployment": .createDeployment
        case "CodeDeploy_20141006.GetDeployment": .getDeployment
        case "CodeDeploy_20141006.ListDeployments": .listDeployments
        case "CodeDeploy_20141006.StopDeployment": .stopDeployment
        default: nil
        }
    }

    private init?(_ method: HTTPRequest.Method, function path: [String]) {
        let operation: Operation? =
            switch (method, path.count, path.dropFirst().first) {
            case (.post, 0, _): .createFunction
            case (.get, 1, _): .getFunction
            case (.delete, 1, _): .deleteFunction
            case (.get, 2, "configuration"): .getFunctionConfiguration
            case (.put, 2, "configuration"): .updateFunctionConfiguration
            case (.put, 2, "code"): .updateFunctionCode
            case (.post, 2, "versions"): .publishVersion
            case (.get, 2, "versions"): .listVersionsByFunction
            case (.post, 2, "invocations"): .invoke
            case (.post, 2, "aliases"): .createAlias
            case (.get, 2, "aliases"): .listAliases
            case (.get, 3, "aliases"): .getAlias
            case (.put, 3, "aliases"): .updateAlias
            case (.delete, 3, "aliases"): .deleteAlias
            case (.get, 2, "policy"): .getPolicy
            default: nil
            }
        guard let operation else { return nil }
        self.init(operation, function: path.first, alias: path.count == 3 ? path[2] : nil)
    }

    private init?(_ method: HTTPRequest.Method, tagged arn: String) {
        switch method {
        case .get: self.init(.listTags, function: arn, alias: nil)
        case .post: self.init(.tagResource, function: arn, alias: nil)
        case .delete: self.init(.untagResource, function: arn, alias: nil)
        case .head, .put: return nil
        }
    }

    /// S3 tells its operations apart by method and query.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html
    private init?(_ request: HTTPRequest, object path: [String]) {
        guard let bucket = path.first, bucket.utf8.dropFirst(4).first != UInt8(ascii: "-") else { return nil }
        func asks(_ name: String) -> Bool { request.query.contains { $0.name == name } }
        let operation: Operation? =
            switch (request.method, isOfUpload: asks("uploadId")) {
            case (.head, _) where path.count == 1: .headBucket
            case _ where path.count == 1: nil
            case (.head, _): .headObject
            case (.get, true): .listParts
            case (.get, false): .getObject
            case (.put, true): .uploadPart
            case (.put, false): .putObject
            case (.post, true): .completeMultipartUpload
            case (.post, false): asks("uploads") ? .createMultipartUpload : nil
            case (.delete, true): .abortMultipartUpload
            case (.delete, false): nil
            }
        guard let operation else { return nil }
        self.init(operation, function: nil, alias: nil)
    }
}

extension HTTPRequest {
    /// The path in path style, also where the bucket stands in the host's name: `bucket.s3.eu-west-1.amazonaws.com`.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
    var pathWithBucket: String {
        let bucket = origin.host.utf8.prefix { $0 != UInt8(ascii: ".") }
        guard origin.host.utf8.dropFirst(bucket.count).starts(with: ".s3.".utf8) else { return path }
        return "/\(Substring(bucket))\(path)"
    }
}

/// RFC 3986, section 2.1; what is no valid escape stays as it is.
func percentDecoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes = Array(text.utf8)[...]
    var decoded: [UInt8] = []
    while let byte = bytes.popFirst() {
        if byte == UInt8(ascii: "%"), bytes.count >= 2,
            let value = UInt8(String(decoding: bytes.prefix(2), as: UTF8.self), radix: 16)
        {
            decoded.append(value)
            bytes = bytes.dropFirst(2)
        } else {
            decoded.append(byte)
        }
    }
    return String(decoding: decoded, as: UTF8.self)
}
