import AWSCore

extension FunctionConfiguration {
    init(answer: HTTPResponse) throws(UnreadableAnswer) {
        self.init(members: try answer.jsonObject)
    }
}

extension AliasConfiguration {
    init(answer: HTTPResponse) throws(UnreadableAnswer) {
        try self.init(members: try answer.jsonObject)
    }

    init(members: [String: JSONValue]) throws(UnreadableAnswer) {
        guard let name = members["Name"]?.string, let version = members["FunctionVersion"]?.string else {
            throw UnreadableAnswer(reason: "the answer has no Name or no FunctionVersion")
        }
        let weights = members["RoutingConfig"]?["AdditionalVersionWeights"]?.object ?? [:]
        self.init(
            name: name, arn: members["AliasArn"]?.string, functionVersion: version,
            additionalVersionWeights: weights.compactMapValues(\.double),
            description: members["Description"]?.string ?? "", revisionId: members["RevisionId"]?.string)
    }
}

extension FunctionDescription {
    /// From GetFunction's answer.
    init(answer: HTTPResponse) throws(UnreadableAnswer) {
        let members = try answer.jsonObject
        guard let configuration = members["Configuration"]?.object else {
            throw UnreadableAnswer(reason: "the answer has no Configuration")
        }
        let code = members["Code"]
        self.init(
            configuration: FunctionConfiguration(members: configuration),
            imageUri: code?["ImageUri"]?.string,
            storage: PackageStorage(
                kmsKeyArn: code?["SourceKMSKeyArn"]?.string, mode: storageMode(code, configuration)),
            location: CodeLocation(code),
            tags: members["TagsError"] == nil ? tagMap(members) : nil)
    }

    /// From GetFunctionConfiguration's answer, which tells less.
    init(configurationAnswer: HTTPResponse) throws(UnreadableAnswer) {
        self.init(
            configuration: try FunctionConfiguration(answer: configurationAnswer), imageUri: nil, storage: nil,
            location: nil, tags: nil)
    }
}

/// No answer is documented to tell the mode, but only of code that Lambda reads where it lies does it tell where that is.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_FunctionCodeLocation.html
private func storageMode(_ code: JSONValue?, _ configuration: [String: JSONValue]) -> String? {
    let told = (code?["S3ObjectStorageMode"] ?? configuration["S3ObjectStorageMode"])?.string
    let mode = told ?? code?["ResolvedS3Object"].map { _ in "REFERENCE" }
    return mode == "COPY" ? nil : mode
}

/// `nil`: there is no member `Tags`.
func tagMap(_ members: [String: JSONValue]) -> [String: String]? {
    members["Tags"]?.object?.compactMapValues(\.string)
}

extension JSONValue {
    fileprivate var double: Double? {
        switch self {
        case .number(let value): value
        case .integer(let value): Double(value)
        default: nil
        }
    }
}
