extension ControlPlane {
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html
    func getFunction(_ call: Call) throws(Refusal) -> Answer {
        let (function, version, configuration) = try look(call)
        let code: JSON = [
            "RepositoryType": version.packageType == "Image" ? "ECR" : "S3",
            "Location": .text(link(to: version.code, of: function.name, call)),
            "ImageUri": .text(version.code.imageUri),
            "ResolvedImageUri": .text(version.code.resolvedImageUri),
            "ResolvedS3Object": version.code.reference?.json ?? nil,
            "SourceKMSKeyArn": .text(version.code.kmsKeyArn),
        ]
        let isTold = !settings.denied.contains(.listTags)
        let tags = JSON.object(function.tags.mapValues(JSON.string))
        let tagsError: JSON = [
            "ErrorCode": "AccessDeniedException", "Message": "not authorized to perform: lambda:ListTags",
        ]
        return .json(
            200,
            [
                "Configuration": configuration, "Code": code, "Concurrency": nil,
                "Tags": function.tags.isEmpty || !isTold ? nil : tags,
                "TagsError": isTold || !settings.isTagsErrorTold ? nil : tagsError,
            ])
    }

    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html
    func getFunctionConfiguration(_ call: Call) throws(Refusal) -> Answer {
        try .json(200, look(call).configuration)
    }

    /// Through an alias one sees the version with the version's RevisionId, under an ARN that ends in the alias.
    private func look(
        _ call: Call
    ) throws(Refusal) -> (function: Function, version: Version, configuration: JSON) {
        let function = try existing(call)
        let qualifier = try qualifier(of: call)
        let arn = function.qualifiedArn(qualifier)
        guard let version = function.version(qualifier) else { throw .functionNotFound(arn) }
        return (function, version, json(of: version, function.name, arn: arn))
    }
}

extension ControlPlane.ObjectReference {
    fileprivate var json: JSON {
        ["S3Bucket": .string(bucket), "S3Key": .string(key), "S3ObjectVersion": .text(version)]
    }
}
