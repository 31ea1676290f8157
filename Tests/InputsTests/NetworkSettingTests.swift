import AWSCore
import Testing

@testable import Inputs

/// What the environment says of proxies and of certificate authorities.
@Suite struct NetworkSettingTests {
    @Test(arguments: [
        ("http://user:p%40ss%2Fword@proxy:3128", ["p%40ss%2Fword", "p@ss/word"]),
        ("user:pass@word@proxy", ["pass@word"]),
        ("https://token@proxy/", ["token"]),
        ("http://token:@proxy", ["token"]),
        ("http://user:a%zz@proxy", ["a%zz"]),
        ("http://proxy:3128", []), ("", []), ("@", []),
    ])
    func aProxysPasswordIsFoundHoweverItIsWritten(_ address: String, _ secrets: [String]) {
        #expect(ProxyCredentials.secrets(of: address) == secrets)
    }

    @Test(arguments: ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"])
    func aProxysPasswordIsAKeyThatTheJobIsAskedToHide(_ variable: String) {
        let inputs = ActionInputs(withoutTheParser: [:])
        #expect(inputs.keys([variable: "http://u:s3cret@proxy:1"]) == ["s3cret"])
    }

    private func problems(_ variable: String, _ path: String) -> [InputProblem] {
        let files = ["/ca.pem": "# ours\n-----BEGIN CERTIFICATE-----\nMII=\n", "/ca.der": "0\u{82}", "/empty": ""]
        var environment = ["AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "eu-west-1"]
        environment[variable] = path
        var inspection = Inspection()
        let host = GivenHost(environment: environment, files: files.mapValues { Array($0.utf8) })
        let inputs = ActionInputs(withoutTheParser: ["INPUT_FUNCTION-NAME": "app", "INPUT_ZIP-FILE": "a.zip"])
        _ = Destination(inputs, host, &inspection)
        return inspection.problems
    }

    @Test(arguments: ["AWS_CA_BUNDLE", "SSL_CERT_FILE"])
    func aFileOfAuthoritiesThatCannotServeIsToldBeforeAnyCall(_ variable: String) throws {
        #expect(problems(variable, "/ca.pem").isEmpty && problems(variable, "").isEmpty)
        for path in ["/ca.der", "/empty", "/nowhere.pem"] {
            let found = problems(variable, path)
            #expect(found.map(\.input) == [variable])
            #expect(found.first?.message.contains(path) == true, "\(found)")
        }
    }
}
