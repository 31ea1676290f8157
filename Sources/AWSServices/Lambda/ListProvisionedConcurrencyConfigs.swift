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

extension AWSFailure {
    /// AWS lists none as an empty list; other control planes refuse with what AWS says where one is asked for by name.
    fileprivate var saysNoneIsProvisioned: Bool {
        guard case .refused(let refusal) = self else { return false }
        return refusal.status == 404 && refusal.code == "ProvisionedConcurrencyConfigNotFoundException"
    }
}
