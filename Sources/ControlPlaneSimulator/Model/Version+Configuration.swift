extension ControlPlane {
    /// What Lambda fills in for a new function.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
    static func defaults(for name: String) -> [String: JSON] {
        [
            "Architectures": ["x86_64"],
            "Description": "",
            "EphemeralStorage": ["Size": 512],
            "Handler": "app.handler",
            "LoggingConfig": logging([:], group: .string("/aws/lambda/\(name)")),
            "MemorySize": 128,
            "Role": "arn:aws:iam::123456789012:role/service-role",
            "Runtime": "python3.13",
            "RuntimeVersionConfig": [
                "RuntimeVersionArn": "arn:aws:lambda:eu-west-1::runtime:0000000000000000", "Error": nil,
            ],
            "SnapStart": ["ApplyOn": "None", "OptimizationStatus": "Off"],
            "Timeout": 3,
            "TracingConfig": ["Mode": "PassThrough"],
        ]
    }

    fileprivate static func logging(_ given: JSON, group: JSON) -> JSON {
        let isJSON = given["LogFormat"]?.string == "JSON"
        let level: JSON = isJSON ? "INFO" : nil
        return [
            "LogFormat": given["LogFormat"] ?? "Text",
            "LogGroup": given["LogGroup"] ?? group,
            "ApplicationLogLevel": given["ApplicationLogLevel"] ?? level,
            "SystemLogLevel": given["SystemLogLevel"] ?? level,
        ]
    }
}

extension ControlPlane.Version {
    /// Sets what CreateFunction or UpdateFunctionConfiguration was given, each in the shape in which Lambda shows it
    /// again, and remembers who did.
    /// - Parameter layerSizes: what layers take, by their ARN; of others it is little.
    mutating func apply(_ input: JSON, author: String, layerSizes: [String: Int]) {
        for (name, given) in input.object ?? [:] where given != .null {
            guard let (shown, value) = shape(name, given) else { continue }
            members[shown] = name == "Layers" ? layers(given, layerSizes) : value
            authors[shown] = author
        }
    }

    /// The member's name and value when shown; `nil` when it is no member of the configuration. Most are shown as they are
    /// given, and so are those that nobody here knows: Lambda gets new ones.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html
    private func shape(_ name: String, _ given: JSON) -> (String, JSON)? {
        switch name {
        case "FunctionName", "RevisionId", "PackageType", "Code", "CodeSigningConfigArn", "Tags", "Publish": nil
        case "KMSKeyArn": (name, given == "" ? nil : given)
        case "FileSystemConfigs": (name, given == [] ? nil : given)
        case "DeadLetterConfig": (name, (given["TargetArn"] ?? "") == "" ? nil : given)
        case "Environment": (name, environment(given))
        case "VpcConfig": (name, network(given))
        case "SnapStart": (name, ["ApplyOn": given["ApplyOn"] ?? "None", "OptimizationStatus": "Off"])
        // That a time which stands need not be given says that it stays.
        // Source: https://github.com/aws/aws-extensions-for-dotnet-cli/issues/450
        case "DurableConfig": (name, .object((members[name]?.object ?? [:]).merging(given.object ?? [:]) { $1 }))
        case "LoggingConfig": (name, ControlPlane.logging(given, group: members[name]?["LogGroup"] ?? nil))
        case "ImageConfig": ("ImageConfigResponse", imageConfig(given))
        default: (name, given)
        }
    }

    private func environment(_ given: JSON) -> JSON {
        let variables = given["Variables"]?.object ?? [:]
        return variables.isEmpty ? nil : ["Variables": .object(variables), "Error": nil]
    }

    private func layers(_ given: JSON, _ sizes: [String: Int]) -> JSON {
        let layers = (given.array ?? []).map { arn -> JSON in
            let size = arn.string.flatMap { sizes[$0] } ?? 1024
            return ["Arn": arn, "CodeSize": .integer(size), "SigningJobArn": nil, "SigningProfileVersionArn": nil]
        }
        return layers.isEmpty ? nil : .array(layers)
    }

    private func imageConfig(_ given: JSON) -> JSON {
        let config: JSON = [
            "Command": given["Command"] ?? nil, "EntryPoint": given["EntryPoint"] ?? nil,
            "WorkingDirectory": given["WorkingDirectory"] ?? nil,
        ]
        let isEmpty = config.object?.values.allSatisfy { $0 == .null || $0 == [] || $0 == "" } ?? true
        return isEmpty ? nil : ["ImageConfig": config, "Error": nil]
    }
}
