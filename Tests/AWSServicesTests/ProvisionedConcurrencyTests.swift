import AWSCore
import AWSServices
import Testing

private typealias Exchange = LambdaBench.Exchange

private let none = ["x-amzn-errortype": "ProvisionedConcurrencyConfigNotFoundException"]
private let notFound = ["x-amzn-errortype": "ResourceNotFoundException"]

@Test func whatProvisionedConcurrencyThereIsIsToldWithItsState() async throws {
    let line = "GET /2019-09-30/functions/f/provisioned-concurrency?Qualifier=live"
    let lambda = try LambdaBench([
        Exchange(line, 200, #"{"Status":"IN_PROGRESS","StatusReason":null}"#),
        Exchange(line, 200, #"{"Status":"FAILED","StatusReason":"FUNCTION_ERROR"}"#),
        Exchange(line, 200, #"{"Status":"ASLEEP"}"#), Exchange(line, 404, #"{"Message":"No"}"#, none),
        Exchange(line, 404, "<html>Not Found</html>"),
    ]).lambda()
    func told() async throws -> ProvisionedConcurrency? {
        try await lambda.getProvisionedConcurrency(of: "live", "f", within: budget)
    }
    #expect(try await told() == ProvisionedConcurrency(state: .inProgress, reason: nil))
    #expect(try await told() == ProvisionedConcurrency(state: .failed, reason: "FUNCTION_ERROR"))
    #expect(try await told() == ProvisionedConcurrency(state: .other("ASLEEP"), reason: nil))
    #expect(try await told() == nil)
    #expect(try await told() == nil)
}

@Test func noProvisionedConcurrencyIsToldInTwoWays() async throws {
    let list = "GET /2019-09-30/functions/f/provisioned-concurrency?List=ALL&MaxItems=50"
    let bench = LambdaBench([
        Exchange(list, 200, #"{"ProvisionedConcurrencyConfigs":[]}"#), Exchange(list, 404, #"{"Message":"No"}"#, none),
        Exchange(list, 404, #"{"Message":"Function not found"}"#, notFound),
    ])
    let lambda = try bench.lambda()
    #expect(try await lambda.listProvisionedQualifiers("f", within: budget) == [])
    #expect(try await lambda.listProvisionedQualifiers("f", within: budget) == [])
    await #expect(throws: AWSFailure.self) { try await lambda.listProvisionedQualifiers("f", within: budget) }
}
