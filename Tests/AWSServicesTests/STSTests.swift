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
    let caller = try await sts.getCallerIdentity(within: budget, mostTries: 1)
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
    await #expect(throws: AWSFailure.self) { try await sts.getCallerIdentity(within: budget, mostTries: 1) }
    #expect(bench.requests.count == 1)
}

private func assumed(_ operation: String) -> String {
    """
    <\(operation)Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><\(operation)Result><Credentials>
    <AccessKeyId>ASIAEXAMPLE</AccessKeyId><SecretAccessKey>new-secret</SecretAccessKey>
    <SessionToken>new-token</SessionToken><Expiration>2026-11-30T19:00:00Z</Expiration></Credentials>
    <AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/deploy/run</Arn></AssumedRoleUser>
    </\(operation)Result></\(operation)Response>
    """
}

private let newKeys = AssumedRole(
    credentials: Credentials(
        accessKeyID: "ASIAEXAMPLE", secretAccessKey: Secret("new-secret"), sessionToken: Secret("new-token")),
    endsIn: nil, endsAt: 1_796_065_200)

@Test func aRoleIsAssumedByATokenWithoutASignature() async throws {
    let bench = LambdaBench([Exchange("POST /", 200, assumed("AssumeRoleWithWebIdentity"))])
    let sts = STS(client: try benchClient(over: bench, .sts, FixedClock()))
    let role = try await sts.assumeRoleWithWebIdentity(
        RoleRequest(arn: "arn:aws:iam::123456789012:role/deploy", sessionName: "me", seconds: 900),
        token: Secret("a.b.c+"), within: budget)
    #expect(role == newKeys)

    let request = try #require(bench.requests.first)
    #expect(request.headers["Authorization"] == nil && request.headers["X-Amz-Security-Token"] == nil)
    #expect(
        try request.text
            == "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fdeploy"
            + "&RoleSessionName=me&DurationSeconds=900&WebIdentityToken=a.b.c%2B")
}

@Test func aRoleIsAssumedByOtherKeysWithAnExternalId() async throws {
    let bench = LambdaBench([Exchange("POST /", 200, assumed("AssumeRole"))])
    let sts = STS(client: try benchClient(over: bench, .sts, FixedClock()))
    let role = try await sts.assumeRole(
        RoleRequest(arn: "arn:aws:iam::123456789012:role/deploy", sessionName: "me", seconds: nil),
        externalID: "ours", within: budget)
    #expect(role == newKeys)

    let request = try #require(bench.requests.first)
    #expect(request.headers["Authorization"]?.contains("/sts/aws4_request") == true)
    #expect(
        try request.text
            == "Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fdeploy"
            + "&RoleSessionName=me&ExternalId=ours")
}

@Test func anAnswerWithoutKeysShowsNothingOfWhatItHolds() async throws {
    let half =
        "<R><AssumeRoleResult><Credentials><SecretAccessKey>hidden</SecretAccessKey></Credentials></AssumeRoleResult></R>"
    let bench = LambdaBench([Exchange](repeating: Exchange("POST /", 200, half), count: 100))
    let sts = STS(client: try benchClient(over: bench, .sts, FixedClock()))
    let failure = await #expect(throws: AWSFailure.self) {
        try await sts.assumeRole(
            RoleRequest(arn: "arn", sessionName: "me", seconds: nil), externalID: nil, within: .milliseconds(1))
    }
    #expect(failure.map { "\($0)".contains("hidden") } == false)
}
