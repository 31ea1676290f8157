import AWSCore

/// What GetFunction tells of a function or a version.
package struct FunctionDescription: Sendable, Equatable {
    package let configuration: FunctionConfiguration
    /// The image as it was named when it was deployed, for a container image.
    package let imageUri: String?
    package let sourceKMSKeyArn: String?
    /// `S3ObjectStorageMode`, where the code is kept otherwise than by default, which is as a copy of Lambda's own.
    package let s3ObjectStorageMode: String?
    /// `nil` when they were not told: there are none, ListTags is not permitted, or GetFunctionConfiguration had to answer.
    package var tags: [String: String]?

    package init(
        configuration: FunctionConfiguration, imageUri: String?, sourceKMSKeyArn: String?,
        s3ObjectStorageMode: String?, tags: [String: String]?
    ) {
        self.configuration = configuration
        self.imageUri = imageUri
        self.sourceKMSKeyArn = sourceKMSKeyArn
        self.s3ObjectStorageMode = s3ObjectStorageMode
        self.tags = tags
    }
}

extension Lambda {
    /// GetFunction, or GetFunctionConfiguration where the first is denied. `nil` when there is no such function.
    ///
    /// GetFunction comes first because its quota is many times that of the other.
    /// - Parameter qualifier: a version or an alias; `nil` looks at `$LATEST`.
    /// Sources: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html and
    /// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html#api-requests
    package func getFunction(
        _ name: String, qualifier: String?, within budget: Duration
    ) async throws(AWSFailure) -> FunctionDescription? {
        let deadline = client.deadline(after: budget)
        do throws(AWSFailure) {
            if permissions.isGetFunctionDenied { return try await getConfiguration(name, qualifier, within: budget) }
            return try await getWhole(name, qualifier, within: budget)
        } catch  where error.saysItIsNotThere {
            return nil
        } catch  where error.saysItIsDenied && !permissions.isGetFunctionDenied {
            return try await getConfiguration(name, qualifier, within: deadline.left, denied: error)
        } catch {
            throw error
        }
    }

    private func getWhole(
        _ name: String, _ qualifier: String?, within budget: Duration
    ) async throws(AWSFailure) -> FunctionDescription {
        var call = AWSCall.read("GetFunction", functionPath(name))
        call.query = query(qualifier)
        return try await client.send(call, within: budget, read: FunctionDescription.init(answer:))
    }

    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html
    private func getConfiguration(
        _ name: String, _ qualifier: String?, within budget: Duration
    ) async throws(AWSFailure) -> FunctionDescription {
        var call = AWSCall.read("GetFunctionConfiguration", functionPath(name, "configuration"))
        call.query = query(qualifier)
        return try await client.send(call, within: budget, read: FunctionDescription.init(configurationAnswer:))
    }

    /// The second choice, after the first was denied for the first time. When both are, the first refusal counts.
    private func getConfiguration(
        _ name: String, _ qualifier: String?, within budget: Duration, denied: AWSFailure
    ) async throws(AWSFailure) -> FunctionDescription? {
        do throws(AWSFailure) {
            let description = try await getConfiguration(name, qualifier, within: budget)
            permissions.noteGetFunctionIsDenied()
            return description
        } catch  where error.saysItIsNotThere {
            permissions.noteGetFunctionIsDenied()
            return nil
        } catch  where error.saysItIsDenied {
            throw denied
        } catch {
            throw error
        }
    }

    func query(_ qualifier: String?) -> [HTTPQueryItem] {
        qualifier.map { [HTTPQueryItem(name: "Qualifier", value: $0)] } ?? []
    }
}
