import AWSCore

/// What GetFunction tells of a function or a version.
package struct FunctionDescription: Sendable, Equatable {
    package let configuration: FunctionConfiguration
    /// The image as it was named when it was deployed, for a container image.
    package let imageUri: String?
    package let sourceKMSKeyArn: String?
    /// `nil` when they were not told: GetFunctionConfiguration had to answer, or ListTags is not permitted.
    package let tags: [String: String]?

    package init(
        configuration: FunctionConfiguration, imageUri: String?, sourceKMSKeyArn: String?,
        tags: [String: String]?
    ) {
        self.configuration = configuration
        self.imageUri = imageUri
        self.sourceKMSKeyArn = sourceKMSKeyArn
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
