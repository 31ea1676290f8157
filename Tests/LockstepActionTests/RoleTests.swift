import Testing
import Worlds

@Suite struct RoleTests {
    private let byToken = IdentityStandIn.Seen.role(
        operation: "AssumeRoleWithWebIdentity", signedBy: nil, sessionName: "lockstep-octo-orders-77", seconds: nil)
    private let byKeys = IdentityStandIn.Seen.role(
        operation: "AssumeRole", signedBy: "AKIDEXAMPLE", sessionName: "lockstep", seconds: nil)

    @Test func aJobWithAnIdentityTokenDeploysAsTheRoleByTwoCallsMore() async {
        let bench = RoleBench(token: true, keys: false)
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(bench.seen.prefix(2) == [.token(audience: "sts.amazonaws.com"), byToken])
        #expect(bench.seen.dropFirst(2).allSatisfy { $0 == .other(by: "ASIA1") })
        #expect(run.log.contains { $0.contains("assumed by this job's identity token") && !$0.contains("not used") })
    }

    @Test func anIssuerThatAWSDoesNotReachIsAskedForAgainAndNotTakenForAThrottle() async {
        var bench = RoleBench(token: true, keys: false)
        bench.trust.unreached = 2
        let run = await bench.run()
        #expect(run.exitCode == 0 && bench.roles.count == 3, "\(run.log)")
        #expect(run.log.count { $0.contains("AWS could not reach whoever issued the identity token") } == 1)
        #expect(!run.log.contains { $0.contains("throttles") })
        bench.trust.unreached = 1000
        let error = await bench.run().errors.first ?? ""
        #expect(error.contains("AWS does not reach the issuer"), "\(error)")
    }

    @Test func keysBesideATokenAreNotUsedWhichIsSaid() async {
        let bench = RoleBench(token: true, keys: true)
        let run = await bench.run()
        #expect(run.exitCode == 0 && bench.roles == [byToken])
        #expect(run.log.contains { $0.contains("AWS_ACCESS_KEY_ID") && $0.contains("not used") }, "\(run.log)")
    }

    @Test func withoutATokenTheKeysThatAreThereAssumeTheRole() async {
        let bench = RoleBench(token: false, keys: true)
        let run = await bench.run()
        #expect(run.exitCode == 0 && bench.roles == [byKeys], "\(run.log)")
        #expect(run.log.contains { $0.contains("assumed by the credentials of AWS_ACCESS_KEY_ID") })
    }

    @Test func chainingTakesTheKeysThoughThereIsAToken() async {
        var bench = RoleBench(token: true, keys: true)
        bench.bench.inputs.merge([
            "role-chaining": "true", "role-external-id": "ours", "role-session-name": "me",
            "role-duration-seconds": "900",
        ]) { $1 }
        bench.trust.externalID = "ours"
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(
            bench.roles == [.role(operation: "AssumeRole", signedBy: "AKIDEXAMPLE", sessionName: "me", seconds: 900)])
    }

    @Test func withoutEitherOneErrorNamesBothAndTheLinesToAdd() async {
        let bench = RoleBench(token: false, keys: false)
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.errors.count == 1 && bench.roles.isEmpty && run.writes.isEmpty)
        let error = run.errors.first ?? ""
        for part in ["id-token: write", "permissions:\n  id-token: write", "AWS_ACCESS_KEY_ID", "Nothing was changed"] {
            #expect(error.contains(part), "\(part): \(error)")
        }
    }

    @Test func gitHubIsAskedAgainWhereItFailsInPassing() async {
        var bench = RoleBench(token: true, keys: false)
        bench.failures = 3
        #expect(await bench.run().exitCode == 0)
        #expect(bench.seen.filter { $0 == .token(audience: "sts.amazonaws.com") }.count == 4)
        bench.failures = 1000
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.duration < .seconds(61) && bench.roles.isEmpty)
        #expect(run.errors.first?.contains("GitHub issued no identity token") == true, "\(run.errors)")
        bench.bench.inputs["deadline"] = "30"
        #expect(await bench.run().duration <= .seconds(31))
    }

    @Test func aRequestTokenThatNoHeaderCanHoldIsToldAtOnce() async {
        for bad in ["two\nlines", "a b", "\u{e9}"] {
            var bench = RoleBench(token: true, keys: false)
            bench.bench.variables["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = bad
            let run = await bench.run()
            #expect(run.exitCode == 1 && bench.seen.isEmpty && run.errors.count == 1)
            #expect(
                run.errors.first?.contains("ACTIONS_ID_TOKEN_REQUEST_TOKEN holds a line break") == true, "\(run.errors)"
            )
        }
    }

    @Test func aRunThatIsCancelledWhileItWaitsForATokenEndsAtOnce() async {
        var bench = RoleBench(token: true, keys: false)
        bench.failures = 1000
        let run = await bench.run(cancelledAt: .milliseconds(500))
        #expect(run.exitCode == 130 && run.duration < .seconds(2) && run.history.requests.isEmpty)
        #expect(run.errors.first?.contains("cancelled") == true, "\(run.errors)")
    }

    @Test func aTrustPolicyThatDoesNotMatchIsToldWithWhatTheTokenSays() async {
        var bench = RoleBench(token: true, keys: false)
        bench.trust.claims["sub"] = "repo:octo/other:ref:refs/heads/main"
        let run = await bench.run()
        let error = run.errors.first ?? ""
        #expect(run.exitCode == 1 && run.errors.count == 1 && run.output(.outcome) == "failed")
        for part in [
            "the role could not be assumed", "sub: repo:octo/orders:ref:refs/heads/main", "aud: sts.amazonaws.com",
            "iss: https://token.actions.githubusercontent.com", "job_workflow_ref: octo/orders/", "trust policy",
            #""Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com""#,
            #""token.actions.githubusercontent.com:sub": ["#, #""repo:octo/orders:ref:refs/heads/main""#,
        ] {
            #expect(error.contains(part), "\(part): \(error)")
        }
        #expect(run.summary.contains("```json\n{\n  \"Version\": \"2012-10-17\""), "\(run.summary)")
    }

    @Test func anAccountWithoutTheProviderIsToldHowToMakeIt() async {
        var bench = RoleBench(token: true, keys: false)
        bench.trust.hasProvider = false
        let error = await bench.run().errors.first ?? ""
        #expect(error.contains("aws iam create-open-id-connect-provider --url"), "\(error)")
    }

    /// A share of the traffic is watched for longer than the keys last.
    @Test func keysAreFetchedAnewInLongWatches() async {
        var bench = RoleBench(token: true, keys: false)
        bench.bench = await Kind.canary.bench()
        bench.bench.inputs["role-to-assume"] = "arn:aws:iam::123456789012:role/deploy"
        bench.bench.inputs["traffic"] = "10% 50m"
        bench.bench.variables = IdentityStandIn.variables
        bench.lifetime = 900
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(bench.roles.count >= 5 && bench.roles.count <= 7, "\(bench.roles.count)")
        #expect(run.log.contains { $0.contains("Fetched new AWS credentials") })
        #expect(!run.warnings.contains { $0.contains("credentials expire") })
    }

    @Test func aWatchWhoseKeysCannotBeRenewedEndsWhileTheyCanStillPutTheAliasBack() async {
        var bench = RoleBench(token: true, keys: false)
        bench.bench = await Kind.canary.bench()
        bench.bench.inputs["role-to-assume"] = "arn:aws:iam::123456789012:role/deploy"
        bench.bench.variables = IdentityStandIn.variables
        bench.bench.inputs["traffic"] = "10% 50m"
        bench.lifetime = 900
        bench.trust.rolesAtMost = 1
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.duration > .seconds(800) && run.duration < .seconds(900), "\(run.duration)")
        let error = run.errors.first ?? ""
        for part in ["AWS credentials have expired", "AssumeRoleWithWebIdentity was refused with AccessDenied"] {
            #expect(error.contains(part), "\(part): \(error)")
        }
        #expect(
            run.demo?.aliases["live"]?.functionVersion == "1" && run.demo?.aliases["live"]?.weights == [:], "\(error)")
    }

    /// Each moment counts for who has to put the alias back by hand.
    @Test func keysThatAWSHoldsForEndedEarlierEndAWatchAtOnce() async {
        var bench = RoleBench(token: true, keys: false)
        bench.bench.inputs["traffic"] = "10% 50m"
        bench.lifetime = 900
        bench.trust.rolesAtMost = 1
        bench.trust.secondsEarly = 400
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.duration < .seconds(530), "\(run.duration)")
        #expect(run.errors.first?.contains("10% to 2") == true, "\(run.errors)")
    }

    @Test func keysThatEndWhileAnUpdateIsWaitedForAreNamedAsTheCause() async {
        var bench = RoleBench(token: true, keys: false)
        bench.bench.plane.settings.codeUpdate = .succeeds(after: .seconds(300))
        bench.lifetime = 60
        bench.trust.rolesAtMost = 1
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.duration < .seconds(90), "\(run.duration)")
        #expect(run.errors.first?.contains("AWS credentials have expired") == true, "\(run.errors)")
    }

    @Test func keysThatHaveEndedWhenTheyComeEndTheRun() async {
        var bench = RoleBench(token: true, keys: false)
        bench.lifetime = -10
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.errors.first?.contains("expired") == true, "\(run.errors)")
    }

    @Test func noTokenAndNoKeyIsShownAndEachIsMaskedForTheJob() async {
        var refused = RoleBench(token: true, keys: true)
        refused.trust.hasProvider = false
        for bench in [RoleBench(token: true, keys: true), refused] {
            var bench = bench
            bench.bench.variables["RUNNER_DEBUG"] = "1"
            let run = await bench.run()
            let shown = run.log.filter { !$0.hasPrefix("::add-mask::") } + run.files.values
            for secret in bench.secrets {
                #expect(!shown.contains { $0.contains(secret) })
                #expect(run.log.contains("::add-mask::\(secret)"))
            }
            #expect(bench.secrets.count >= 2)
        }
    }

    @Test func aRunWithKeysMakesNoCallMoreAndSaysNothingMore() async {
        let calm = await Bench().run()
        var bench = Bench()
        bench.variables = IdentityStandIn.variables
        let run = await bench.run()
        #expect(run.history.requests.count == calm.history.requests.count)
        #expect(run.log.count == calm.log.count)
    }
}
