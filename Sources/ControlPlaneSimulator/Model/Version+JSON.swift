import HTTP

/// Every member of a FunctionConfiguration: Lambda sends the ones that are not set as explicit nulls, nested ones too.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html
private let names = [
    "Architectures", "CapacityProviderConfig", "CodeSha256", "CodeSize", "ConfigSha256", "DeadLetterConfig",
    "Description", "DurableConfig", "Environment", "EphemeralStorage", "FileSystemConfigs", "FunctionArn",
    "FunctionName", "Handler", "ImageConfigResponse", "KMSKeyArn", "LastModified", "LastUpdateStatus",
    "LastUpdateStatusReason", "LastUpdateStatusReasonCode", "Layers", "LoggingConfig", "MasterArn", "MemorySize",
    "PackageType", "RevisionId", "Role", "Runtime", "RuntimeVersionConfig", "SigningJobArn",
    "SigningProfileVersionArn", "SnapStart", "State", "StateReason", "StateReasonCode", "TenancyConfig", "Timeout",
    "TracingConfig", "Version", "VpcConfig",
]

private let unset = Dictionary(uniqueKeysWithValues: names.map { ($0, JSON.null) })

extension ControlPlane.Version {
    /// The FunctionConfiguration; `arn` as the call that asks for it shows it.
    func json(name function: String, arn: String) -> JSON {
        row(name: function, arn: arn).merging([
            "State": .string(state.value),
            "StateReason": .text(state.reason),
            "StateReasonCode": .text(state.reasonCode),
            "LastUpdateStatus": .text(lastUpdate?.value),
            "LastUpdateStatusReason": .text(lastUpdate?.reason),
            "LastUpdateStatusReasonCode": .text(lastUpdate?.reasonCode),
        ])
    }

    /// The same without state and status: rows of ListVersionsByFunction carry none.
    func row(name function: String, arn: String) -> JSON {
        JSON.object(unset).merging(members).merging([
            "FunctionName": .string(function),
            "FunctionArn": .string(arn),
            "Version": .string(name),
            "CodeSha256": .string(code.sha256),
            "CodeSize": .integer(code.size),
            "LastModified": .string(lastModified),
            "PackageType": .string(packageType),
            "RevisionId": .string(revisionId),
        ])
    }
}

extension ControlPlane.Alias {
    func json(functionArn: String) -> JSON {
        [
            "AliasArn": .string("\(functionArn):\(name)"),
            "Name": .string(name),
            "FunctionVersion": .string(functionVersion),
            "Description": .string(description),
            "RoutingConfig": weights.isEmpty
                ? .null : ["AdditionalVersionWeights": .object(weights.mapValues(JSON.number))],
            "RevisionId": .string(revisionId),
        ]
    }
}

extension JSON {
    fileprivate func merging(_ members: [String: JSON]) -> JSON {
        .object((object ?? [:]).merging(members) { $1 })
    }
}
