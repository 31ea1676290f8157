import AWSCore
import HTTP
import Testing

@testable import Identity

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

    @Test func aRefusalIsToldWithItsMeaning() async {
        var bench = ChainBench()
        bench.answers["PUT http://169.254.169.254/latest/api/token"] = .init("", status: 403)
        #expect(
            await bench.absence("EC2")?.contains("HTTP 403: the instance's metadata service is switched off") == true)
        bench.answers = instance
        let roles = "GET http://169.254.169.254/latest/meta-data/iam/security-credentials/"
        bench.answers[roles] = .init("", status: 404)
        #expect(await bench.absence("EC2")?.hasSuffix("HTTP 404: the instance has no role") == true)
        bench.answers = instance
        bench.answers[roles + "my-role"] = .init(
            #"{"Code":"AssumeRoleUnauthorizedAccess","Message":"EC2 cannot assume the role my-role."}"#)
        let reason = await bench.absence("EC2") ?? ""
        #expect(
            reason.hasSuffix("it says AssumeRoleUnauthorizedAccess: EC2 cannot assume the role my-role."), "\(reason)")
    }

    @Test func aContainersRefusalIsToldInItsWords() async {
        var bench = ChainBench()
        bench.environment = [
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/keys",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1/k",
        ]
        bench.answers["GET http://169.254.170.2/keys"] = .init(
            #"{"code":"InvalidIdInRequest","message":"CredentialManager: Credentials not found"}"#, status: 400)
        guard case .notToBeHad("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", let reason)? = await bench.failure() else {
            Issue.record("it passes")
            return
        }
        #expect(
            reason.hasSuffix("HTTP 400: InvalidIdInRequest: CredentialManager: Credentials not found"), "\(reason)")
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
        for text in ["a.b", "opaque", "", "a.b.c.d"] {
            bench.files["/t"] = text
            guard case .notToBeHad(_, let reason)? = await bench.failure() else {
                Issue.record("\(text) passes")
                continue
            }
            #expect(reason.hasPrefix("/t holds no identity token"), "\(reason)")
        }
        bench.files["/t"] = ChainBench.token
        #expect(await bench.failure() == nil)
        #expect(bench.told.hidden.withLock { $0.contains(Secret(ChainBench.token)) })
    }
}
