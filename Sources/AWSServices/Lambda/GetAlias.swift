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

extension AWSFailure {
    /// A 404 by AWS's own name, so that an address where there is no Lambda never passes for a function that is missing.
    /// Neither is a function in another Region missing: "Functions from 'eu-west-1' are not reachable in this region".
    var saysItIsNotThere: Bool {
        guard case .refused(let refusal) = self else { return false }
        return refusal.status == 404 && refusal.code == "ResourceNotFoundException"
            && !refusal.message.hasPrefix("Functions from ")
    }

    var saysItIsDenied: Bool {
        guard case .refused(let refusal) = self else { return false }
        return refusal.status == 403 && refusal.code.hasPrefix("AccessDenied")
    }
}
