import AWSCore

extension Lambda {
    /// DeleteFunction, of one published version: the number's type is what keeps it from ever being the function.
    /// A version that is not there is no error: it is gone.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html
    package func deleteVersion(
        _ number: VersionNumber, of name: String, within budget: Duration
    ) async throws(AWSFailure) {
        var call = AWSCall(operation: "DeleteFunction", effect: .write, method: .delete, path: functionPath(name))
        call.query = [HTTPQueryItem(name: "Qualifier", value: number.description)]
        do throws(AWSFailure) {
            try await client.send(call, within: budget) { _ in }
        } catch  where error.saysItIsNotThere {
            return
        } catch {
            throw error
        }
    }
}
