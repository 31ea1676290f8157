import ControlPlaneSimulator
import Deployment
import LockstepAction
import Testing
import Worlds

@Suite struct CodeDeployTests {
    private func bench(_ kind: Kind = .codeDeploy) async -> Bench { await kind.bench() }

    @Test func theOutputsSayWhichDeploymentItIsAndWhereToSeeIt() async {
        for kind in [Kind.codeDeploy, .codeDeployLeft] {
            let run = await bench(kind).run()
            #expect(run.exitCode == 0)
            #expect(run.output(.codedeployDeploymentId) == "d-1000")
            #expect(
                run.output(.codedeployLink)
                    == "https://eu-west-1.console.aws.amazon.com/codesuite/codedeploy/deployments/d-1000?region=eu-west-1"
            )
        }
    }

    @Test func aDeploymentThatFailsIsToldWithItsReasonAndTheAliasIsWhereItWas() async {
        var bench = await bench()
        bench.plane.settings.codeDeploy = .fails(after: .seconds(5), code: "ALARM_ACTIVE", reason: "One or more alarms")
        let run = await bench.run()
        #expect(run.exitCode == 4)
        #expect(run.errors.first?.contains("ended as Failed with ALARM_ACTIVE: One or more alarms") == true)
        #expect(run.errors.first?.contains("Alias live points to version 1.") == true)
        #expect(run.aliasVersion == "1")
    }

    @Test(arguments: [Operation.listDeployments, .createDeployment, .getDeployment])
    func whatIsDeniedIsNamedByItsPermission(operation: ControlPlaneSimulator.Operation) async {
        var bench = await bench()
        bench.plane.settings.denied = [operation]
        let run = await bench.run()
        #expect(run.exitCode == 1)
        #expect(run.errors.first?.contains("allow codedeploy:\(operation.rawValue)") == true, "\(run.errors)")
    }

    @Test func aGroupThatIsNotThereIsToldBeforeAnythingIsWritten() async {
        var bench = await bench()
        bench.inputs["codedeploy-deployment-group"] = "order"
        let run = await bench.run()
        #expect(run.writes.isEmpty)
        #expect(run.errors.count == 1)
        #expect(run.errors.first?.contains("Check codedeploy-application, codedeploy-deployment-group") == true)
    }

    @Test func whatIsLeftToCodeDeployIsSaidToBeOnItsWay() async {
        let run = await bench(.codeDeployLeft).run()
        #expect(run.log.contains { $0.contains("alias live at version 1 until CodeDeploy moves it (d-1000)") })
    }

    @Test func somebodyElsesDeploymentIsWaitedForAndThenGoneOnFrom() async {
        var other = await bench(.codeDeployLeft)
        other.plane.settings.codeDeploy = .succeeds(after: .seconds(40))
        var bench = await bench()
        bench.plane = await other.run().plane.withoutHistory
        bench.inputs["memory-size"] = "512"
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output(.conflicts) == "1")
        #expect(run.log.contains { $0.contains("Someone else's deployment d-1000 is under way") })
    }

    @Test func aDeploymentThatAnEarlierRunLeftUnderWayIsTakenUp() async {
        var bench = await Kind.codeDeployLeft.bench()
        bench.plane.settings.codeDeploy = .succeeds(after: .seconds(40))
        let left = await bench.run()
        bench.plane = left.plane.withoutHistory
        bench.inputs["wait"] = "true"
        let run = await bench.run()
        #expect(run.exitCode == 0)
        #expect(run.aliasVersion == "2")
        #expect(!run.writes.contains(.createDeployment))
    }
}
