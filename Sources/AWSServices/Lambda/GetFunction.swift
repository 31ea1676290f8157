import AWSCore

/// What GetFunction tells of a function or a version.
package struct FunctionDescription: Sendable, Equatable {
    package let configuration: FunctionConfiguration
    /// The image as it was named when it was deployed, for a container image.
    package let imageUri: String?
    /// The same with its digest.
    package let resolvedImageUri: String?
    package let sourceKMSKeyArn: String?
    /// `nil` when they were not told: GetFunctionConfiguration had to answer, or ListTags is not permitted.
    package let tags: [String: String]?

    package init(
        configuration: FunctionConfiguration, imageUri: String?, resolvedImageUri: String?, sourceKMSKeyArn: String?,
        tags: [String: String]?
    ) {
        self.configuration = configuration
        self.imageUri = imageUri
        self.resolvedImageUri = resolvedImageUri
        self.sourceKMSKeyArn = sourceKMSKeyArn
        self.tags = tags
    }
}

extension Lambda {
    /// GetFunction, or GetFunctionConfiguration where the first is denied. `nil` when there is no such function.
    /// - Parameter qualifier: a version or an alias; `nil` looks at `$LATEST`.
    package func getFunction(
        _ name: String, qualifier: String?, within budget: Duration
    ) async throws(AWSFailure) -> FunctionDescription? {
        fatalError("to be written")
    }
}
