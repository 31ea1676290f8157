import AWSCore

extension Lambda {
    /// `nil` when there is no such alias.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetAlias.html
    package func getAlias(
        _ alias: String, of name: String, within budget: Duration
    ) async throws(AWSFailure) -> AliasConfiguration? {
        let call = AWSCall.read("GetAlias", functionPath(name, "aliases", alias))
        do throws(AWSFailure) {
            return try await client.send(call, within: budget, read: AliasConfiguration.init(answer:))
        } catch  where error.saysItIsNotThere {
            return nil
        } catch {
            throw error
        }
    }
}
