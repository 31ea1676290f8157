import HTTP
import Testing

@testable import AWSCore

private let noLimits = HTTPLimits(
    connect: .zero, idle: .zero, total: .zero, graceWhenCancelled: .zero, answerBytes: 0)

@Test(arguments: signerSuite)
func aRequestIsSignedAsThePublishedSuiteSays(_ vector: SuiteVector) throws {
    let signer = Signer(
        credentials: Credentials(
            accessKeyID: "AKIDEXAMPLE", secretAccessKey: Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
            sessionToken: vector.token.map(Secret.init)),
        region: try Region("us-east-1", from: "test"),
        service: AWSService(
            signingName: "service", hostPrefix: "", endpointVariable: "", signature: .ordinary, errors: .json))
    let request = HTTPRequest(
        method: vector.method, origin: HTTPOrigin(scheme: .https, host: "example.amazonaws.com", port: nil),
        path: vector.path, query: vector.query.map { HTTPQueryItem(name: $0.0, value: $0.1) },
        headers: HTTPHeaders(vector.headers.map { .init(name: $0.0, value: $0.1) }),
        body: .bytes(Array(vector.body.utf8)), limits: noLimits)
    let hash = SHA256Digest.of(Array(vector.body.utf8)).hex
    let signed = signer.sign(request, payloadHash: hash, secondsSince1970: 1_440_938_160)

    #expect(signed.headers["X-Amz-Date"] == "20150830T123600Z")
    #expect(
        signed.headers["Authorization"]
            == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
            + "SignedHeaders=\(vector.signedHeaders), Signature=\(vector.signature)")
}

@Test func aRequestIsSignedAsBotocoreSignsIt() throws {
    let vectors = try #require(try oracle("signing-vectors.json").array)
    #expect(vectors.count >= 100)
    for vector in vectors {
        let body = try text(vector, "body")
        let signed = try signer(vector).sign(
            request(vector), payloadHash: SHA256Digest.of(Array(body.utf8)).hex,
            secondsSince1970: Double(try #require(vector["time"]?.integer)))
        #expect(signed.headers["Authorization"] == vector["authorization"]?.string, "\(vector.text)")
    }
}

@Test func aUserAgentIsNotSigned() throws {
    let vectors = try #require(try oracle("signing-vectors.json").array)
    let vector = try #require(vectors.first)
    let hash = SHA256Digest.of(Array(try text(vector, "body").utf8)).hex
    var request = try request(vector)
    request.headers["User-Agent"] = "lockstep/1"
    let signed = try signer(vector).sign(
        request, payloadHash: hash, secondsSince1970: Double(try #require(vector["time"]?.integer)))
    #expect(signed.headers["Authorization"] == vector["authorization"]?.string)
}

private func signer(_ vector: JSONValue) throws -> Signer {
    let service = try text(vector, "service")
    return Signer(
        credentials: Credentials(
            accessKeyID: try text(vector, "accessKeyID"), secretAccessKey: Secret(try text(vector, "secretAccessKey")),
            sessionToken: vector["sessionToken"]?.string.map(Secret.init)),
        region: try Region(try text(vector, "region"), from: "test"),
        service: AWSService(
            signingName: service, hostPrefix: "", endpointVariable: "", signature: service == "s3" ? .s3 : .ordinary,
            errors: .json))
}

private func request(_ vector: JSONValue) throws -> HTTPRequest {
    let endpoint = try Endpoint(parsing: "https://\(try text(vector, "host"))", from: "test")
    return HTTPRequest(
        method: try #require(HTTPRequest.Method(rawValue: try text(vector, "method"))), origin: endpoint.origin,
        path: try text(vector, "path"),
        query: try pairs(vector, "query").map { HTTPQueryItem(name: $0, value: $1) },
        headers: HTTPHeaders(try pairs(vector, "headers").map { .init(name: $0, value: $1) }),
        body: .bytes(Array(try text(vector, "body").utf8)), limits: noLimits)
}

private func text(_ vector: JSONValue, _ name: String) throws -> String {
    try #require(vector[name]?.string)
}

private func pairs(_ vector: JSONValue, _ name: String) throws -> [(String, String)] {
    try #require(vector[name]?.array).map { pair in
        let pair = try #require(pair.array)
        return (try #require(pair.first?.string), try #require(pair.last?.string))
    }
}
