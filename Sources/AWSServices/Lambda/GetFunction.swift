import AWSCore

/// What GetFunction tells of a function or a version.
package struct FunctionDescription: Sendable, Equatable {
    package let configuration: FunctionConfiguration
    /// The image as it was named when it was deployed, for a container image.
    package let imageUri: String?
    /// `nil` when GetFunctionConfiguration had to answer, which does not tell it.
    package let storage: PackageStorage?
    /// `nil` when GetFunctionConfiguration had to answer, which does not tell it.
    package let location: CodeLocation?
    /// `nil` when they were not told: there are none, ListTags is not permitted, or GetFunctionConfiguration had to answer.
    package var tags: [String: String]?

    package init(
        configuration: FunctionConfiguration, imageUri: String?, storage: PackageStorage?, location: CodeLocation?,
        tags: [String: String]?
    ) {
        self.configuration = configuration
        self.imageUri = imageUri
        self.storage = storage
        self.location = location
        self.tags = tags
    }
}

/// How a package is kept. New code resets it, unless it is sent along.
package struct PackageStorage: Sendable, Equatable {
    /// `SourceKMSKeyArn`; `nil` is a key of AWS's own.
    package let kmsKeyArn: String?
    /// `S3ObjectStorageMode`, where it is not the default, which is a copy of Lambda's own.
    package let mode: String?

    package init(kmsKeyArn: String?, mode: String?) {
        self.kmsKeyArn = kmsKeyArn
        self.mode = mode
    }
}

extension FunctionDescription {
    /// Whether both packages lie under one key, as far as that is told of both.
    package func mayShareItsKey(with other: FunctionDescription) -> Bool {
        guard let storage, let others = other.storage else { return true }
        return storage.kmsKeyArn == others.kmsKeyArn
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
            if permissions.isKnown(.getFunction(qualifier)) {
                return try await getConfiguration(name, qualifier, within: budget)
            }
            return try await getWhole(name, qualifier, within: budget)
        } catch  where error.saysItIsNotThere {
            return nil
        } catch  where error.saysItIsDenied && !permissions.isKnown(.getFunction(qualifier)) {
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
            permissions.note(.getFunction(qualifier))
            return description
        } catch  where error.saysItIsNotThere {
            permissions.note(.getFunction(qualifier))
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
