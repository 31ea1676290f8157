import HTTP
import Testing

@testable import AWSCore

private let pair = ["AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "secret"]

@Test func credentialsComeWithoutTheLineEndsOfPasting() throws {
    let pasted = [
        "AWS_ACCESS_KEY_ID": " AKIDEXAMPLE\n", "AWS_SECRET_ACCESS_KEY": "secret\r\n", "AWS_SESSION_TOKEN": "t ",
    ]
    let credentials = try Credentials(environment: pasted)
    #expect(
        credentials
            == Credentials(
                accessKeyID: "AKIDEXAMPLE", secretAccessKey: Secret("secret"), sessionToken: Secret("t")))
}

@Test(arguments: ["", " ", "\n"])
func aBlankSessionTokenIsNone(_ token: String) throws {
    let environment = pair.merging(["AWS_SESSION_TOKEN": token]) { $1 }
    #expect(try Credentials(environment: environment).sessionToken == nil)
}

@Test func halfAPairNamesTheHalfThatIsMissing() {
    let blankSecret = ["AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": " "]
    #expect(throws: CredentialsFailure.halfSet(missing: "AWS_SECRET_ACCESS_KEY")) {
        try Credentials(environment: blankSecret)
    }
    #expect(throws: CredentialsFailure.halfSet(missing: "AWS_ACCESS_KEY_ID")) {
        try Credentials(environment: ["AWS_SECRET_ACCESS_KEY": "secret"])
    }
    #expect(throws: CredentialsFailure.notSet) { try Credentials(environment: [:]) }
}

@Test(arguments: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"])
func whatNoHeaderMayHoldIsNoKey(variable: String) {
    for wrong in ["a\r\nEvil: 1", "a b", "\u{301}a", "a\u{FFFD}", "a\0"] {
        var environment = ["AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_SESSION_TOKEN": "t"]
        environment[variable] = wrong
        #expect(throws: CredentialsFailure.malformed(variable)) { try Credentials(environment: environment) }
    }
}

@Test(arguments: ["EU-WEST-1", "eu west 1", "eu-west-1.evil.example", "-a", "a-", "eu/west"])
func aRegionThatIsNoneNamesItsSource(_ name: String) {
    #expect(throws: RegionFailure.malformed(source: "AWS_REGION", value: name)) {
        try Region(name, from: "AWS_REGION")
    }
}

private let lambda = AWSService(
    signingName: "lambda", hostPrefix: "lambda", endpointVariable: "AWS_ENDPOINT_URL_LAMBDA", signature: .ordinary,
    errors: .json)

@Test(arguments: [
    ("eu-west-1", "https://lambda.eu-west-1.amazonaws.com"),
    ("cn-north-1", "https://lambda.cn-north-1.amazonaws.com.cn"),
    ("us-gov-west-1", "https://lambda.us-gov-west-1.amazonaws.com"),
    ("eusc-de-east-1", "https://lambda.eusc-de-east-1.amazonaws.eu"),
])
func aRegionHasItsOwnEndpoint(_ name: String, _ url: String) throws {
    let region = try Region(name, from: "test")
    let endpoint = try Endpoint.resolve(for: lambda, in: region, variant: nil, input: nil, environment: [:])
    #expect(endpoint.origin.description == url)
}

@Test func theNearestEndpointCounts() throws {
    let environment = ["AWS_ENDPOINT_URL_LAMBDA": "http://lambda:1", "AWS_ENDPOINT_URL": "http://all:2"]
    func resolve(_ input: String?, _ changes: [String: String]) throws -> String {
        try Endpoint.resolve(
            for: lambda, in: Region("eu-west-1", from: "test"), variant: nil, input: input,
            environment: environment.merging(changes) { $1 }
        ).origin.description
    }
    #expect(try resolve("http://input:3", [:]) == "http://input:3")
    #expect(try resolve(" ", [:]) == "http://lambda:1")
    #expect(try resolve(nil, ["AWS_ENDPOINT_URL_LAMBDA": ""]) == "http://all:2")
    #expect(
        try resolve(nil, ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "TRUE"]) == "https://lambda.eu-west-1.amazonaws.com")
}

@Test(arguments: [
    ("http://127.0.0.1:4566", "http://127.0.0.1:4566", ""),
    ("HTTPS://Host.example/", "https://Host.example", ""),
    ("https://host/base/path//", "https://host", "/base/path"),
    ("http://[::1]:9000/x", "http://[::1]:9000", "/x"),
    ("http://[fe80::1]", "http://[fe80::1]", ""),
])
func anEndpointMayHaveAPortAndAPath(_ url: String, _ origin: String, _ basePath: String) throws {
    let endpoint = try Endpoint(parsing: url, from: "test")
    #expect(endpoint.origin.description == origin)
    #expect(endpoint.basePath == basePath)
    #expect(endpoint.isCustom)
}

@Test(arguments: [
    "localhost:4566", "ftp://host", "https:/host", "https://", "http://host:", "http://host:0", "http://host:65536",
    "http://host:+1", "http://host:1:2", "http://user:password@host", "http://host?query", "http://host/a?b",
    "http://host/#f", "http://ho st", "http://host/a b", "http://[::1", "http://[]", "http://[::1]x", "http://hôst",
    "://",
])
func anEndpointThatIsNoneNamesItsSource(_ url: String) throws {
    let region = try Region("eu-west-1", from: "test")
    let failure = #expect(throws: EndpointFailure.self) {
        try Endpoint.resolve(for: lambda, in: region, variant: nil, input: nil, environment: ["AWS_ENDPOINT_URL": url])
    }
    guard case .malformed(let source, let reason)? = failure else { return }
    #expect(source == "AWS_ENDPOINT_URL")
    #expect(!reason.contains("password"))
}
