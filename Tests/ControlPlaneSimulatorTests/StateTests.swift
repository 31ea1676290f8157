import Testing

@testable import ControlPlaneSimulator

@Suite struct StateTests {
    @Test func aNewFunctionIsPendingWithoutAnUpdateStatus() {
        var bench = Bench()
        let reply = bench.call(.post, "", creation("fresh"))
        #expect(reply.status == 201)
        #expect(reply.json["State"] == "Pending")
        #expect(reply.json["StateReason"] == "The function is being created.")
        #expect(reply.json["StateReasonCode"] == "Creating")
        #expect(reply.text.contains("\"LastUpdateStatus\":null"))
        bench.settle()
        let later = bench.call(.get, "/fresh", [:]).json["Configuration"]
        #expect(later?["State"] == "Active")
        #expect(later?["LastUpdateStatus"] == "Successful")
    }

    @Test func anUpdateIsInProgressWithAReasonThatSpeaksOfCreation() {
        var bench = Bench()
        let reply = bench.configure(["MemorySize": 256])
        #expect(reply.status == 200)
        #expect(reply.json["State"] == "Active")
        #expect(reply.json["LastUpdateStatus"] == "InProgress")
        #expect(reply.json["LastUpdateStatusReason"] == "The function is being created.")
        #expect(reply.json["LastUpdateStatusReasonCode"] == "Creating")
        #expect(reply.json["MemorySize"] == 256)
    }

    @Test func whileAnUpdateIsInProgressWritesToTheFunctionFail() {
        var bench = Bench()
        _ = bench.updateCode("new", [:])
        let tags = "/2017-03-31/tags/\(bench.arn)"
        let replies = [
            bench.updateCode("newer", [:]), bench.configure(["MemorySize": 256]), bench.publish([:]),
            bench.call(.post, tags, ["Tags": ["a": "b"]], headers: [:]),
            bench.call(.delete, "\(tags)?tagKeys=a", [:], headers: [:]),
        ]
        for reply in replies {
            #expect(reply.status == 409)
            #expect(reply.error == "ResourceConflictException")
            #expect(reply.json == ["Type": "User", "message": .string(inProgress)])
        }
    }

    @Test func whileAnUpdateIsInProgressAliasesAndInvocationsGoOn() {
        var bench = Bench()
        _ = bench.updateCode("new", [:])
        #expect(bench.call(.put, "/orders/aliases/live", [:]).status == 200)
        #expect(bench.call(.post, "/orders/aliases", ["Name": "next", "FunctionVersion": "1"]).status == 201)
        #expect(bench.call(.post, "/orders/invocations", [:]).status == 200)
        let ran = bench.plane.history.invocations.last?.codeSha256
        #expect(ran == ControlPlane.codeSha256(ofZip: zip("old")), "the old code goes on serving")
        #expect(bench.call(.delete, "/orders", [:]).status == 204)
    }

    @Test func whileAFunctionIsCreatedWritesAndInvocationsFail() {
        var bench = Bench()
        _ = bench.call(.post, "", creation("fresh"))
        let reply = bench.call(.put, "/fresh/configuration", ["MemorySize": 256])
        #expect(reply.status == 409)
        #expect(
            reply.message
                == "The operation cannot be performed at this time. The resource "
                + "arn:aws:lambda:eu-west-1:123456789012:function:fresh is currently in the following state: "
                + "'Pending'. StateReasonCode: 'Creating'")
        let invocation = bench.call(.post, "/fresh/invocations", [:])
        #expect(invocation.status == 409)
        #expect(
            invocation.message
                == "The operation cannot be performed at this time. The function is currently in the following state: "
                + "Pending")
    }

    @Test func aFailedUpdateLeavesTheFunctionActiveAndTheOldCodeServing() {
        var bench = Bench()
        bench.plane.settings.codeUpdate = .fails(after: .seconds(1), code: "InvalidImage", reason: "no")
        _ = bench.updateCode("new", [:])
        bench.settle()
        let latest = bench.latest()
        #expect(latest["State"] == "Active")
        #expect(latest["LastUpdateStatus"] == "Failed")
        #expect(latest["LastUpdateStatusReasonCode"] == "InvalidImage")
        _ = bench.call(.post, "/orders/invocations", [:])
        #expect(
            bench.plane.history.invocations.last?.codeSha256 == ControlPlane.codeSha256(ofZip: zip("old")))
        #expect(bench.configure([:]).status == 200, "an update may be the cure")
    }

    @Test func afterAFailedCreationNothingWorks() {
        var bench = Bench()
        bench.plane.settings.creation = .fails(after: .seconds(1), code: "InternalError", reason: "no")
        _ = bench.call(.post, "", creation("fresh"))
        bench.settle()
        #expect(bench.call(.get, "/fresh", [:]).json["Configuration"]?["State"] == "Failed")
        #expect(bench.call(.put, "/fresh/configuration", [:]).status == 409)
    }

    @Test func anUpdateThatNeverEndsIsAlwaysInProgress() {
        var bench = Bench()
        bench.plane.settings.codeUpdate = .neverEnds
        _ = bench.updateCode("new", [:])
        bench.now = .seconds(86_400)
        #expect(bench.latest()["LastUpdateStatus"] == "InProgress")
    }

    @Test func theFirstInvocationOfAnInactiveFunctionFailsAndWakesIt() {
        var bench = Bench()
        bench.plane.makeInactive("orders")
        let first = bench.call(.post, "/orders/invocations", [:])
        #expect(first.status == 502)
        #expect(first.error == "ResourceNotReadyException")
        #expect(bench.latest()["State"] == "Pending")
        #expect(bench.call(.post, "/orders/invocations", [:]).status == 409)
        bench.settle()
        #expect(bench.latest()["State"] == "Active")
        #expect(bench.call(.post, "/orders/invocations", [:]).status == 200)
    }

    @Test func aRoleThatIsTooNewCannotBeAssumed() {
        var bench = Bench()
        bench.plane.settings.roleAssumableFrom = .seconds(8)
        let reply = bench.call(.post, "", creation("fresh"))
        #expect(reply.status == 400)
        #expect(reply.message == "The role defined for the function cannot be assumed by Lambda.")
        bench.now = .seconds(8)
        #expect(bench.call(.post, "", creation("fresh")).status == 201)
    }

    @Test func aFunctionIsCreatedOnlyOnce() {
        var bench = Bench()
        let reply = bench.call(.post, "", creation("orders"))
        #expect(reply.status == 409)
        #expect(reply.message == "Function already exist: orders")
    }
}
