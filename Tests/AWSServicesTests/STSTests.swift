import AWSCore
import AWSServices
import HTTP
import Testing

private typealias Exchange = LambdaBench.Exchange

private let answer = """
    <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
    <Arn>arn:aws:sts::123456789012:assumed-role/deploy/run</Arn><UserId>A:run</UserId><Account>123456789012</Account>
    </GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>
    """

@Test func theCallerIsAskedForInTheBody() async throws {
    let bench = LambdaBench([Exchange("POST /", 200, answer)])
    let sts = STS(client: try benchClient(over: bench, .sts, FixedClock()))
    let caller = try await sts.getCallerIdentity(within: budget)
    #expect(caller == CallerIdentity(account: "123456789012", arn: "arn:aws:sts::123456789012:assumed-role/deploy/run"))

    let request = try #require(bench.requests.first)
    #expect(request.headers["Content-Type"] == "application/x-www-form-urlencoded")
    #expect(try request.text == "Action=GetCallerIdentity&Version=2011-06-15")
    #expect(request.headers["Authorization"]?.contains("/sts/aws4_request") == true)
}

@Test(arguments: [
    (500, ""), (200, "<html/>"), (403, "<ErrorResponse><Error><Code>ExpiredToken</Code></Error></ErrorResponse>"),
])
func whoDoesNotTellIsAskedJustOnce(status: Int, body: String) async throws {
    let bench = LambdaBench([Exchange("POST /", status, body)])
    let sts = STS(client: try benchClient(over: bench, .sts, FixedClock()))
    await #expect(throws: AWSFailure.self) { try await sts.getCallerIdentity(within: budget) }
    #expect(bench.requests.count == 1)
}
