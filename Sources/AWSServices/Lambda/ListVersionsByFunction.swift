import AWSCore

extension Lambda {
    /// All published versions that have a number, oldest first, read to the last page. `$LATEST` and `$LATEST.PUBLISHED`,
    /// wherever they stand in the list, are left out.
    /// Rows carry no `State` and no `LastUpdateStatus`.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html
    package func listVersions(
        _ name: String, within budget: Duration
    ) async throws(AWSFailure) -> [FunctionConfiguration] {
        let list = AWSCall.read("ListVersionsByFunction", functionPath(name, "versions"))
        return try await rows(list, "Versions", within: budget)
            .compactMap { $0.object.map(FunctionConfiguration.init(members:)) }
            .filter { $0.versionNumber != nil }
    }
}
