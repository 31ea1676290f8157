import AWSCore

extension Lambda {
    /// The versions and aliases (by name) that have provisioned concurrency, read to the last page.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_ListProvisionedConcurrencyConfigs.html
    package func listProvisionedQualifiers(
        _ name: String, within budget: Duration
    ) async throws(AWSFailure) -> Set<String> {
        let path = "/2019-09-30/functions/\(pathSegment(name))/provisioned-concurrency"
        var list = AWSCall.read("ListProvisionedConcurrencyConfigs", path)
        list.query = [HTTPQueryItem(name: "List", value: "ALL")]
        do throws(AWSFailure) {
            return try await qualifiers(list, "ProvisionedConcurrencyConfigs", within: budget)
        } catch  where error.saysNoneIsProvisioned {
            return []
        } catch {
            throw error
        }
    }
}
