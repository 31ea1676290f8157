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
        "aws_access_key_id = X", "aws_access_key_id = a b\naws_secret_access_key = s",
    ])
    func halfAPairIsAnError(settings: String) async {
        guard case .notToBeHad? = await bench("[default]\n\(settings)\n").failure() else {
            Issue.record("it passes")
            return
        }
    }

    @Test func aSecretAloneLeadsOnAndIsTold() async throws {
        let secret = "[default]\naws_secret_access_key = s\n"
        #expect(
            await bench(secret).absence("keys in the config file")?.contains("aws_access_key_id is missing") == true)
        let environment = ["AWS_SECRET_ACCESS_KEY": "s"]
        let reason = await bench("", environment).absence("AWS_ACCESS_KEY_ID")
        #expect(reason == "AWS_ACCESS_KEY_ID is not set, though AWS_SECRET_ACCESS_KEY is")
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

    @Test func whatAProgramSaysOfItsFailureIsShown() async {
        var bench = bench("[default]\ncredential_process = vault keys\n")
        bench.complaints["vault"] = "\n no such  entry: prod\nAsk Ada\n"
        guard case .notToBeHad(_, let reason)? = await bench.failure() else {
            Issue.record("it passes")
            return
        }
        #expect(reason == "vault: it failed (exit code 1), and it says: no such entry: prod Ask Ada")
    }

    @Test func whatAProgramWritesIsNeverShown() async {
        var bench = bench("[default]\ncredential_process = p\n")
        bench.programs["p"] = #"{"AccessKeyId":"X","Secret":"hidden"}"#
        let failure = await bench.failure()
        #expect(failure != nil && !"\(String(describing: failure))".contains("hidden"))
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
