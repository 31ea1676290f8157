import HTTP
import Testing

/// The published test suite for Signature Version 4, as far as it is about signing and not about normalizing a path:
/// https://github.com/awslabs/aws-c-auth/tree/main/tests/aws-signing-test-suite/v4
struct SuiteVector: Sendable, CustomTestStringConvertible {
    let name: String
    var method = HTTPRequest.Method.get
    var path = "/"
    var query: [(String, String)] = []
    var headers: [(String, String)] = []
    var body = ""
    var token: String?
    let signedHeaders: String
    let signature: String

    var testDescription: String { name }
}

private let unreserved = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
private let form = "application/x-www-form-urlencoded"
private let plain = "host;x-amz-date"
private let withOne = "host;my-header1;x-amz-date"

let signerSuite: [SuiteVector] = [
    .init(
        name: "get-vanilla", signedHeaders: plain,
        signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
    .init(
        name: "get-vanilla-with-session-token",
        token: "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267",
        signedHeaders: "host;x-amz-date;x-amz-security-token",
        signature: "07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8"),
    .init(
        name: "get-vanilla-empty-query-key", query: [("Param1", "value1")], signedHeaders: plain,
        signature: "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb"),
    .init(
        name: "get-vanilla-query-order-key-case", query: [("Param2", "value2"), ("Param1", "value1")],
        signedHeaders: plain, signature: "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
    .init(
        name: "get-vanilla-query-order-encoded",
        query: [("Param-3", "Value3"), ("Param", "Value2"), ("\u{1234}", "Value1")], signedHeaders: plain,
        signature: "371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac"),
    .init(
        name: "get-vanilla-query-unreserved", query: [(unreserved, unreserved)], signedHeaders: plain,
        signature: "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197"),
    .init(
        name: "get-vanilla-utf8-query", query: [("\u{1234}", "bar")], signedHeaders: plain,
        signature: "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04"),
    .init(
        name: "get-unreserved", path: "/\(unreserved)", signedHeaders: plain,
        signature: "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"),
    .init(
        name: "get-utf8", path: "/\u{1234}", signedHeaders: plain,
        signature: "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"),
    .init(
        name: "get-header-key-duplicate",
        headers: [("My-Header1", "value2"), ("My-Header1", "value2"), ("My-Header1", "value1")],
        signedHeaders: withOne, signature: "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"),
    .init(
        name: "get-header-value-multiline", headers: [("My-Header1", "value1,value2,value3")], signedHeaders: withOne,
        signature: "ba17b383a53190154eb5fa66a1b836cc297cc0a3d70a5d00705980573d8ff790"),
    .init(
        name: "get-header-value-order",
        headers: [
            ("My-Header1", "value4"), ("My-Header1", "value1"), ("My-Header1", "value3"), ("My-Header1", "value2"),
        ],
        signedHeaders: withOne, signature: "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01"),
    .init(
        name: "get-header-value-trim", headers: [("My-Header1", " value1"), ("My-Header2", " \"a   b   c\"")],
        signedHeaders: "host;my-header1;my-header2;x-amz-date",
        signature: "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"),
    .init(
        name: "post-vanilla", method: .post, signedHeaders: plain,
        signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
    .init(
        name: "post-header-key-sort", method: .post, headers: [("My-Header1", "value1")], signedHeaders: withOne,
        signature: "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c"),
    .init(
        name: "post-header-value-case", method: .post, headers: [("My-Header1", "VALUE1")], signedHeaders: withOne,
        signature: "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d"),
    .init(
        name: "post-vanilla-query", method: .post, query: [("Param1", "value1")], signedHeaders: plain,
        signature: "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11"),
    .init(
        name: "post-vanilla-query-nonunreserved", method: .post,
        query: [("@#$%^", ""), ("+", "/,?><`\";:\\|][{}")], signedHeaders: plain,
        signature: "66c82657c86e26fb25238d0e69f011edc4c6df5ae71119d7cb98ed9b87393c1e"),
    .init(
        name: "post-vanilla-query-space", method: .post, query: [("p", "")], signedHeaders: plain,
        signature: "e71688addb58a26418614085fb730ba3faa623b461c17f48f2fbdb9361b94a9b"),
    .init(
        name: "post-x-www-form-urlencoded", method: .post, headers: [("Content-Type", form)], body: "Param1=value1",
        signedHeaders: "content-type;host;x-amz-date",
        signature: "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"),
    .init(
        name: "post-x-www-form-urlencoded-parameters", method: .post,
        headers: [("Content-Type", "\(form); charset=utf8")], body: "Param1=value1",
        signedHeaders: "content-type;host;x-amz-date",
        signature: "1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe"),
]
