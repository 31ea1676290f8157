import Testing

@testable import Inputs

/// What is nearly right is told before anything is sent, with what was meant.
@Suite struct NearMissTests {
    private func problems(_ changes: [String: String?], _ environment: [String: String] = [:]) -> [String] {
        GivenInputs(changes, environment: environment).problems.map { "\($0.input) \($0.message)" }
    }

    @Test(
        arguments: [
            ("INPUT_SMOKE-TEST-PLAYLOAD", "smoke-test-playload is not an input. Did you mean smoke-test-payload?"),
            ("INPUT_SMOKE_TEST_PLAYLOAD", "smoke_test_playload is not an input. Did you mean smoke-test-payload?"),
            ("INPUT_ALAIS", "alais is not an input. Did you mean alias?"),
            ("INPUT_ALIASES", "aliases is not an input. Did you mean alias?"),
            ("INPUT_LAYER", "layer is not an input. Did you mean layers?"),
            ("INPUT_MAX-RETRY", "max-retry is not an input. Did you mean max-retries?"),
            ("INPUT_SIZE-MEMORY", "size-memory is not an input. Did you mean memory-size?"),
            (
                "INPUT_SMOKETESTEXPECTERROR",
                "smoketestexpecterror is not an input. Did you mean smoke-test-expect-error?"
            ),
            ("INPUT_MEMORY.SIZE", "memory.size is not an input. Did you mean memory-size?"),
            ("INPUT_RUNTMIE", "runtmie is not an input. Did you mean runtime?"),
            ("INPUT_function_name", "function_name is not an input. Did you mean function-name?"),
        ])
    func anInputThatIsNearlyOneIsAnError(variable: String, told: String) {
        #expect(problems([:], [variable: "x"]) == [told])
        #expect(problems([:], [variable: " "]).isEmpty, "an empty one is not given")
    }

    @Test func whatIsFarFromAllIsAWarningForItMayBeAnothers() throws {
        let strange = [
            "INPUT_COLOUR": "red", "INPUT_GREETING": "x", "INPUT_ARGS": "-x", "INPUT_ENTRYPOINT": "y", "INPUT_": "z",
        ]
        let remarks = try GivenInputs(environment: strange).settings().remarks
        #expect(remarks.map(\.kind) == [.warning])
        #expect(
            remarks.first?.input == "colour, greeting" && remarks.first?.message.hasPrefix("are not inputs") == true)
    }

    /// https://github.com/aws-actions/aws-lambda-deploy/blob/main/action.yml
    @Test func theOfficialActionsInputsAreOurs() {
        let theirs = [
            "function-name", "package-type", "image-uri", "code-artifacts-dir", "handler", "runtime", "s3-bucket",
            "s3-key",
            "publish", "dry-run", "revision-id", "architectures", "source-kms-key-arn", "role", "function-description",
            "memory-size", "timeout", "vpc-config", "environment", "dead-letter-config", "kms-key-arn",
            "tracing-config",
            "layers", "file-system-configs", "image-config", "ephemeral-storage", "snap-start", "logging-config",
            "code-signing-config-arn", "tags",
        ]
        #expect(theirs.allSatisfy(ActionInputs.names.contains))
    }

    @Test func noInputIsTakenForAnother() {
        #expect(problems([:], ["INPUT_S3_KEY": "", "INPUT_TIMEOUT": "3", "INPUT_KMS-KEY-ARN": ""]).isEmpty)
    }

    @Test(
        arguments: [
            ("eu-west1", "eu-west-1"), ("euwest1", "eu-west-1"), ("EU-WEST-1", "eu-west-1"), ("eu_west_1", "eu-west-1"),
            ("us-east-1a", "us-east-1"), ("us-esat-1x", "us-east-1"), ("eu-central", "eu-central-1"),
            ("usgov-west-1", "us-gov-west-1"), ("eu-west-1", nil), ("eu-west-9", nil), ("xy-new-1", nil),
            ("mx-central-1", nil),
            ("us-gov-west-3", nil), ("eusc-de-east-2", nil), ("us-east-1-dfw-1", nil), ("local", nil),
        ] as [(String, String?)])
    func aRegionIsRefusedOnlyIfItHasNoFormAndOneIsNear(given: String, meant: String?) {
        #expect(KnownRegion.meant(by: given) == meant)
        guard let meant else { return }
        #expect(
            problems(["aws-region": given])
                == ["aws-region is \"\(given)\" (from aws-region), which is no AWS Region. Did you mean \(meant)?"])
    }

    @Test(
        arguments: [
            ("node22.x", "nodejs22.x"), ("node22", "nodejs22.x"), ("nodejs22", "nodejs22.x"),
            ("NodeJS22.X", "nodejs22.x"),
            ("Python3.13", "python3.13"), ("python313", "python3.13"), ("python3.13.x", "python3.13"),
            ("python-3.13", "python3.13"),
            ("java-21", "java21"), ("dotnet8.x", "dotnet8"), ("provided-al2023", "provided.al2023"),
            ("ruby3.3.x", "ruby3.3"),
            ("nodejs22.x", nil), ("nodejs99.x", nil), ("python4.0", nil), ("node", "nodejs"), ("something", nil),
            ("custom", nil),
        ] as [(String, String?)])
    func aRuntimeIsRefusedOnlyIfItIsAKnownOneInAnotherWriting(given: String, meant: String?) {
        #expect(KnownRuntime.meant(by: given) == meant)
        guard let meant else { return #expect(problems(["runtime": given]).isEmpty) }
        let told = "has the runtime \"\(given)\", which is none. Did you mean \(meant)?"
        #expect(problems(["runtime": given]) == ["runtime \(told)"])
        #expect(problems(["configuration": "{\"Runtime\":\"\(given)\"}"]) == ["configuration \(told)"])
    }

    @Test(arguments: [("amd64", "x86_64"), ("arm", "arm64"), ("aarch64", "arm64"), ("AMD64", "x86_64")])
    func anArchitectureByAnotherNameIsToldByLambdas(given: String, meant: String) {
        #expect(
            problems(["architectures": given]).allSatisfy { $0.hasSuffix("not \"\(given)\". Did you mean \(meant)?") })
        #expect(problems(["architectures": given]).count == 1)
    }

    @Test(
        arguments: [
            ("h/i:1\nh/i:latest", "names 2 images"), ("h/i:1,h/i:2", "names 2 images"),
            ("h/i:1:2", "has 2 tags (\"1, 2\")"),
            ("localhost:5000/i:1:2", "has 2 tags"),
        ])
    func anImageIsOne(given: String, told: String) {
        let problems = problems(["zip-file": nil, "image-uri": given])
        #expect(problems.count == 1 && problems[0].contains(told), "\(problems)")
    }

    @Test(
        arguments: [
            ("123456789012.dkr.ecr.eu-central-1.amazonaws.com/a", nil),
            ("123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/a", "us-gov-west-1, but"),
            ("123456789012.dkr-ecr.eu-central-1.on.aws/a", nil),
            (
                "123456789012.dkr.ecr.us-east-1.amazonaws.com/a:1",
                "is in us-east-1, but a function takes images of its own"
            ),
            (
                "ghcr.io/me/app:1",
                "is in \"ghcr.io\", but Lambda takes images from private repositories of Amazon ECR only"
            ),
            ("public.ecr.aws/lambda/python:3", "is in \"public.ecr.aws\""), ("me/app:1", "is in \"me\""),
        ] as [(String, String?)])
    func anImageIsInECRInTheFunctionsRegion(uri: String, told: String?) {
        let fault = ImageAddress.fault(of: uri, in: "eu-central-1")
        #expect(told.map { fault?.contains($0) == true } ?? (fault == nil), "\(fault ?? "nil")")
    }

    @Test func lettersThatAreSwappedAreOneMistake() {
        #expect(NearMiss.distance("alias", "alais") == 1 && NearMiss.distance("", "ab") == 2)
        #expect(NearMiss.distance("abc", "abc") == 0 && NearMiss.distance("kitten", "sitting") == 3)
    }
}
