import AWSCore
import HTTP
import Testing

@testable import Identity

@Suite struct ProfileTests {
    private func bench(_ config: String, _ environment: [String: String] = [:]) -> ChainBench {
        var bench = ChainBench()
        bench.environment = ["HOME": "/me"].merging(environment) { $1 }
        bench.files["/me/.aws/config"] = config
        return bench
    }

    @Test func keysOfANamedProfileServe() async throws {
        var bench = bench("[profile prod]\nregion = x\n", ["AWS_PROFILE": "prod"])
        bench.files["/me/.aws/credentials"] =
            "# ours\n[default]\naws_access_key_id=D\naws_secret_access_key=s\n\n[prod]\n"
            + "aws_access_key_id = P\naws_secret_access_key = s\n"
        let (key, step) = try await bench.found()
        #expect(key == "P" && step == "profile prod, keys in the credentials file")
        #expect(bench.near.asked.withLock { $0.isEmpty })
        #expect(bench.told.hidden.withLock { $0 == [Secret("s")] })
    }

    @Test func filesMayBeElsewhere() async throws {
        var bench = bench("", ["AWS_CONFIG_FILE": "~/c", "AWS_SHARED_CREDENTIALS_FILE": "/k"])
        bench.files["/me/c"] = "[default]\ncredential_process = make 'my keys' --for \"a b\"\n"
        bench.files["/k"] = "[x]\n"
        bench.programs["make my keys --for a b"] = ChainBench.keys("PROCESS")
        #expect(try await bench.found().key == "PROCESS")
    }

    @Test func aNamedProfileThatIsNotThereIsToldWithWhereItWasLookedFor() async {
        let failure = await bench("[default]\nx = y\n", ["AWS_PROFILE": "prod"]).failure()
        guard case .notToBeHad("AWS_PROFILE", let reason)? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(reason.contains("no profile prod") && reason.contains("/me/.aws/credentials: No such file"))
    }

    @Test func rolesMayBeChained() async throws {
        let config = """
            [default]
            role_arn = \(ChainBench.role)
            source_profile = middle
            [profile middle]
            role_arn = \(ChainBench.role)
            source_profile = middle2
            external_id = e
            [profile middle2]
            aws_access_key_id = BASE
            aws_secret_access_key = s
            """
        let bench = bench(config)
        #expect(try await bench.found().key == "ROLE-BY-ROLE-BY-BASE")
    }

    @Test(arguments: [
        ("source_profile = default", "circle"), ("source_profile = a", "circle"),
        ("source_profile = none", "no profile"),
        ("x = y", "neither source_profile"), ("source_profile = b\ncredential_source = Environment", "both"),
        ("credential_source = Moon", "credential_source has to be"), ("source_profile = b", "has no credentials"),
        ("credential_source = Environment", "not set"), ("mfa_serial = x\nsource_profile = b", "mfa_serial"),
    ])
    func aRoleThatCannotBeAssumedSaysWhy(setting: String, expected: String) async {
        let config = """
            [default]
            role_arn = \(ChainBench.role)
            \(setting)
            [profile a]
            role_arn = \(ChainBench.role)
            source_profile = default
            [profile b]
            region = x
            """
        let failure = await bench(config).failure()
        guard case .notToBeHad(_, let reason)? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(reason.contains(expected), "\(reason)")
    }

    @Test(arguments: [
        "aws_access_key_id = X", "aws_secret_access_key = s", "aws_access_key_id = a b\naws_secret_access_key = s",
    ])
    func halfAPairIsAnError(settings: String) async {
        guard case .notToBeHad? = await bench("[default]\n\(settings)\n").failure() else {
            Issue.record("it passes")
            return
        }
    }

    /// As a block of YAML that was indented leaves it, and in all the forms that botocore's reader takes.
    @Test(arguments: [
        "  aws_access_key_id = P\n  aws_secret_access_key = s\n", "aws_access_key_id: P\naws_secret_access_key: s\n",
        "aws_access_key_id = P\r\n# no\r\naws_secret_access_key = s\r\n",
        "s3 =\n  aws_access_key_id = Q\naws_access_key_id = P\naws_secret_access_key = s\n",
    ])
    func settingsAreReadHoweverTheyStand(settings: String) async throws {
        for header in ["[default]\n", "\u{FEFF}[default]\n", "  [default]\n"] {
            #expect(try await bench(header + settings).found().key == "P", "\(header)\(settings)")
        }
    }

    @Test func aSessionWithoutAnAccountLeavesTheKeysBesideIt() async throws {
        let keys = "aws_access_key_id = P\naws_secret_access_key = s\n"
        #expect(try await bench("[default]\nsso_session = s\n\(keys)").found().key == "P")
    }

    @Test func withoutAWSsProgramASignedInProfileSaysWhatToRunOutside() async {
        guard case .notToBeHad(_, let reason)? = await bench("[default]\nsso_account_id = 1\n").failure() else {
            Issue.record("it passes")
            return
        }
        #expect(reason.contains("aws configure export-credentials --profile default --format env"), "\(reason)")
    }

    @Test func whatAProgramWritesIsNeverShown() async {
        var bench = bench("[default]\ncredential_process = p\n")
        bench.programs["p"] = #"{"AccessKeyId":"X","Secret":"hidden"}"#
        let failure = await bench.failure()
        #expect(failure != nil && !"\(String(describing: failure))".contains("hidden"))
    }
}

@Suite struct NearServiceTests {
    @Test func aContainerMayHaveATokenInAFileThatIsReadEachTime() async throws {
        var bench = ChainBench()
        bench.environment = [
            "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.23/v1/credentials",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/token", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "old",
        ]
        bench.files["/token"] = "new-token\n"
        bench.answers["GET http://169.254.170.23/v1/credentials"] = .init(
            ChainBench.keys("CONTAINER"), header: .init(name: "Authorization", value: "new-token"))
        #expect(try await bench.found().key == "CONTAINER")
        #expect(
            bench.told.hidden.withLock { $0.contains(Secret("new-token")) && $0.contains(Secret("token-CONTAINER")) })
    }

    @Test(arguments: [
        ("http://127.0.0.1:51/k", true), ("http://localhost/k", true), ("http://[::1]:8/k", true),
        ("http://[fd00:ec2::23]/k", true), ("https://keys.example/k", true), ("http://keys.example/k", false),
        ("http://169.254.170.2.example/k", false), ("http://127.0.0.1.example/k", false), ("http://10.0.0.1/k", false),
        ("ftp://127.0.0.1/k", false),
    ])
    func keysComeOverPlainHTTPOnlyFromNearBy(url: String, isTaken: Bool) async {
        var bench = ChainBench()
        bench.environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = url
        bench.answers["GET \(url)"] = .init(ChainBench.keys("CONTAINER"))
        #expect((await bench.failure() == nil) == isTaken)
        #expect(bench.near.asked.withLock { $0.isEmpty } == !isTaken)
    }

    @Test func aContainerThatDoesNotAnswerEndsTheSearch() async {
        var bench = ChainBench()
        bench.environment["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] = "/keys"
        guard case .notToBeHad(_, let reason)? = await bench.failure() else {
            Issue.record("it passes")
            return
        }
        #expect(reason.contains("http://169.254.170.2/keys did not answer: nobody is there"), "\(reason)")
        #expect(bench.near.asked.withLock { $0.count } == 3)
        #expect(bench.near.limits.withLock { $0.allSatisfy { $0 <= .seconds(2) } })
    }

    @Test func anInstanceIsAskedOnceForASecondAndTheHopLimitIsTold() async {
        let bench = ChainBench()
        let reason = await bench.absence("EC2") ?? ""
        #expect(reason.contains("HttpPutResponseHopLimit"), "\(reason)")
        #expect(bench.near.asked.withLock { $0 == ["PUT http://169.254.169.254/latest/api/token"] })
        #expect(bench.near.limits.withLock { $0 == [.seconds(1)] })
    }

    @Test func whoAnswersOtherwiseIsNoInstanceAndTheHopLimitIsNotToBlame() async {
        var bench = ChainBench()
        bench.answers["PUT http://169.254.169.254/latest/api/token"] = .init("no", status: 404)
        let reason = await bench.absence("EC2") ?? ""
        #expect(reason.contains("HTTP 404") && !reason.contains("HopLimit"), "\(reason)")
    }

    @Test func anInstanceIsNotAskedWhereThatIsNotWanted() async {
        var bench = ChainBench()
        bench.environment["AWS_EC2_METADATA_DISABLED"] = "TRUE"
        #expect(await bench.absence("EC2") == "AWS_EC2_METADATA_DISABLED is true")
        #expect(bench.near.asked.withLock { $0.isEmpty })
    }

    @Test func whereNothingIsFoundEveryPlaceSaysWhy() async {
        guard case .nothingFound(let absences, nil)? = await ChainBench().failure() else {
            Issue.record("it passes")
            return
        }
        #expect(absences.count == 5 && absences.allSatisfy { !$0.reason.isEmpty })
    }

    @Test func aTokensFileNeedsItsRole() async {
        var bench = ChainBench()
        bench.environment["AWS_WEB_IDENTITY_TOKEN_FILE"] = "/t"
        guard case .notToBeHad(_, let reason)? = await bench.failure() else {
            Issue.record("it passes")
            return
        }
        #expect(reason.contains("AWS_ROLE_ARN"))
        bench.environment["AWS_ROLE_ARN"] = ChainBench.role
        guard case .notToBeHad(_, let missing)? = await bench.failure() else {
            Issue.record("it passes")
            return
        }
        #expect(missing.contains("/t: No such file"))
        bench.files["/t"] = ChainBench.token
        #expect(await bench.failure() == nil)
        #expect(bench.told.hidden.withLock { $0.contains(Secret(ChainBench.token)) })
    }
}

@Test(
    arguments: [
        ("a b", ["a", "b"]), (" 'a b' \"c d\"e ", ["a b", "c de"]), (#"a\ b "c\"d" '\'"#, ["a b", "c\"d", "\\"]),
        ("", []), ("''", [""]),
    ] as [(String, [String])])
func aCommandIsTakenApartAsAShellDoes(text: String, expected: [String]) {
    #expect(words(text) == expected)
}
