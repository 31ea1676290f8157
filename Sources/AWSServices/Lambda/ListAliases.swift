import AWSCore

extension Lambda {
    /// All aliases, read to the last page.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_ListAliases.html
    package func listAliases(_ name: String, within budget: Duration) async throws(AWSFailure) -> [AliasConfiguration] {
        let list = AWSCall.read("ListAliases", functionPath(name, "aliases"))
        var aliases: [AliasConfiguration] = []
        for row in try await rows(list, "Aliases", within: budget) {
            // An alias that cannot be read may protect a version, so none is passed over.
            do throws(UnreadableAnswer) {
                aliases.append(try AliasConfiguration(members: row.object ?? [:]))
            } catch {
                throw .outcomeUnknown(operation: list.operation, reason: error.reason)
            }
        }
        return aliases
    }
}
