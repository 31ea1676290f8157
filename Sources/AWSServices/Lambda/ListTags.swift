import AWSCore

extension Lambda {
    /// `nil` where that is denied.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_ListTags.html
    package func listTags(
        functionArn: String, within budget: Duration
    ) async throws(AWSFailure) -> [String: String]? {
        if permissions.isKnown(.listTags) { return nil }
        let call = AWSCall.read("ListTags", tagsPath(functionArn))
        do throws(AWSFailure) {
            return try await client.send(call, within: budget) { answer throws(UnreadableAnswer) in
                tagMap(try answer.jsonObject) ?? [:]
            }
        } catch  where error.saysItIsDenied {
            permissions.note(.listTags)
            return nil
        } catch {
            throw error
        }
    }

    func tagsPath(_ functionArn: String) -> String {
        "/2017-03-31/tags/\(pathSegment(functionArn))"
    }
}
