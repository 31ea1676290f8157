import AWSCore

extension Lambda {
    /// Whether a function may get a layer version. Lambda asks for the same, in the caller's name, when one is given to it.
    /// - Throws: also where these credentials may not ask.
    ///
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersionByArn.html
    package func hasLayerVersion(_ arn: String, within budget: Duration) async throws(AWSFailure) -> Bool {
        var call = AWSCall.read("GetLayerVersionByArn", "/2018-10-31/layers")
        call.query = [HTTPQueryItem(name: "find", value: "LayerVersion"), HTTPQueryItem(name: "Arn", value: arn)]
        do throws(AWSFailure) {
            return try await client.send(call, within: budget) { answer throws(UnreadableAnswer) in
                _ = try answer.jsonObject
                return true
            }
        } catch  where error.saysLayerCannotBeHad {
            return false
        } catch {
            throw error
        }
    }
}

extension AWSFailure {
    /// Of a layer of another account that is not shared AWS says the same as of one that is not there. "No identity-based policy"
    /// is about the rights of whoever asks.
    /// Source: https://github.com/keithrozario/Klayers/issues/76
    fileprivate var saysLayerCannotBeHad: Bool {
        guard case .refused(let refusal) = self else { return false }
        return refusal.saysItIsNotThere
            || refusal.saysItIsDenied && refusal.message.contains("no resource-based policy allows")
    }
}
