import HTTP
import Testing

@Suite struct HTTPRequestTests {
    @Test(arguments: [
        ("", ""), ("azAZ09-._~", "azAZ09-._~"), (" ", "%20"), ("+", "%2B"), ("/", "%2F"), ("$LATEST", "%24LATEST"),
        ("a=b&c", "a%3Db%26c"), ("*'()!", "%2A%27%28%29%21"), ("%20", "%2520"), ("\0\n\u{7F}", "%00%0A%7F"),
        ("é", "%C3%A9"), ("日", "%E6%97%A5"), ("😀", "%F0%9F%98%80"),
    ])
    func percentEncodingIsAsAWSSignsIt(text: String, encoded: String) {
        #expect(percentEncoded(text) == encoded)
    }

    @Test func theAddressIsSchemeAuthorityPathAndQuery() {
        let origin = HTTPOrigin(scheme: .https, host: "lambda.eu-west-1.amazonaws.com", port: nil)
        var request = HTTPRequest(
            method: .get, origin: origin, path: "/a%2Fb", query: [], headers: HTTPHeaders([]), body: .empty,
            limits: HTTPLimits(
                connect: .zero, idle: .zero, total: .zero, graceWhenCancelled: .zero, answerBytes: 0))
        #expect(request.url == "https://lambda.eu-west-1.amazonaws.com/a%2Fb")
        request.origin = HTTPOrigin(scheme: .http, host: "[::1]", port: 9000)
        request.query = [HTTPQueryItem(name: "a b", value: "c&d"), HTTPQueryItem(name: "e", value: "")]
        #expect(request.url == "http://[::1]:9000/a%2Fb?a%20b=c%26d&e=")
        #expect(request.origin.authority == "[::1]:9000")
    }
}
