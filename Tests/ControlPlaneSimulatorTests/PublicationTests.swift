import Testing

@testable import ControlPlaneSimulator

@Suite struct PublicationTests {
    @Test func withNothingUpdatedTheLastVersionComesBackWithItsOwnDescription() {
        var bench = Bench()
        let reply = bench.publish(["Description": "another"])
        #expect(reply.status == 201)
        #expect(reply.json["Version"] == "1")
        #expect(reply.json["Description"] == "")
        #expect(bench.plane.function("orders")?.versions.count == 1)
    }

    @Test func anUpdateWithTheSameBytesMakesANewVersion() {
        var bench = Bench()
        #expect(bench.updateCode("old", [:]).json["LastUpdateStatus"] == "InProgress")
        bench.settle()
        #expect(bench.publish([:]).json["Version"] == "2")
        #expect(bench.configure([:]).json["LastUpdateStatus"] == "InProgress")
        bench.settle()
        #expect(bench.publish([:]).json["Version"] == "3")
    }

    @Test func tagsMakeNoNewVersion() {
        var bench = Bench()
        _ = bench.call(.post, "/2017-03-31/tags/\(bench.arn)", ["Tags": ["a": "b"]], headers: [:])
        #expect(bench.publish([:]).json["Version"] == "1")
    }

    @Test func aWrongDigestIsA400() {
        var bench = Bench()
        let reply = bench.publish(["CodeSha256": "wrong"])
        #expect(reply.status == 400)
        #expect(reply.error == "InvalidParameterValueException")
        #expect(
            reply.message
                == "CodeSHA256 (wrong) is different from current CodeSHA256 in $LATEST "
                + "(\(ControlPlane.codeSha256(ofZip: zip("old")))). Please try again with the CodeSHA256 in $LATEST.")
    }

    @Test func anOrdinaryVersionIsActiveAtOnce() {
        var bench = Bench()
        _ = bench.updateCode("new", [:])
        bench.settle()
        let version = bench.publish(["Description": "two"]).json
        #expect(version["Version"] == "2")
        #expect(version["State"] == "Active")
        #expect(version["LastUpdateStatus"] == "Successful")
        #expect(version["Description"] == "two")
        #expect(version["FunctionArn"] == .string("\(bench.arn):2"))
    }

    @Test func aVersionWithSnapStartIsPendingForAWhileAndHasNoUpdateStatus() {
        var bench = Bench()
        _ = bench.configure(["SnapStart": ["ApplyOn": "PublishedVersions"]])
        bench.settle()
        let version = bench.publish([:])
        #expect(version.json["State"] == "Pending")
        #expect(version.text.contains("\"LastUpdateStatus\":null"))
        let invocation = bench.call(.post, "/orders/invocations?Qualifier=2", [:])
        #expect(invocation.status == 409)
        #expect(invocation.error == "SnapStartNotReadyException")
        bench.now += .seconds(61)
        let later = bench.get("2").json["Configuration"]
        #expect(later?["State"] == "Active")
        #expect(later?["SnapStart"]?["OptimizationStatus"] == "On")
        #expect(later?["RevisionId"] != version.json["RevisionId"])
    }

    @Test func anAliasCannotPointAtAVersionWhosePreparationFailed() {
        var bench = Bench()
        bench.plane.settings.snapStart = .fails(
            after: .seconds(60), code: "FunctionError", reason: "An error occurred during function initialization.")
        _ = bench.configure(["SnapStart": ["ApplyOn": "PublishedVersions"]])
        bench.settle()
        _ = bench.publish([:])
        bench.settle()
        let reply = bench.call(.put, "/orders/aliases/live", ["FunctionVersion": "2"])
        #expect(reply.status == 409)
        #expect(reply.message?.contains("state: 'Failed', StateReasonCode: 'FunctionError'") == true)
    }

    @Test func publishingWithTheCodeAnswersWithThePendingVersion() {
        var bench = Bench()
        let version = bench.updateCode("new", ["Publish": true])
        #expect(version.status == 200)
        #expect(version.json["Version"] == "2")
        #expect(version.json["FunctionArn"] == .string("\(bench.arn):2"))
        #expect(version.json["State"] == "Pending")
        #expect(version.text.contains("\"LastUpdateStatus\":null"))
        let latest = bench.latest()
        #expect(latest["LastUpdateStatus"] == "InProgress")
        #expect(latest["RevisionId"] != version.json["RevisionId"])
        bench.settle()
        #expect(bench.get("2").json["Configuration"]?["State"] == "Active")
    }

    @Test func creatingWithAVersionAnswersWithAnUnqualifiedArn() {
        var bench = Bench()
        var input = creation("fresh").object ?? [:]
        input["Publish"] = true
        let reply = bench.call(.post, "", .object(input))
        #expect(reply.json["Version"] == "1")
        #expect(reply.json["FunctionArn"] == "arn:aws:lambda:eu-west-1:123456789012:function:fresh")
    }

    @Test func versionsAreListedByFiftyWithoutAState() {
        var bench = Bench()
        bench.plane.add("many", code: zip("x"), configuration: [:], versions: 60, alias: nil)
        let first = bench.call(.get, "/many/versions?MaxItems=1000", [:]).json
        #expect(first["Versions"]?.array?.count == 50)
        #expect(first["Versions"]?.array?.first?["Version"] == "$LATEST")
        #expect(first["Versions"]?.array?.first?["State"] == nil)
        let marker = first["NextMarker"]?.string ?? ""
        let second = bench.call(.get, "/many/versions?Marker=\(marker)", [:])
        #expect(second.json["Versions"]?.array?.last?["Version"] == "60")
        #expect(second.text.contains("\"NextMarker\":null"))
    }

    @Test func aVersionInUseIsNotDeletedAndItsNumberNeverComesBack() {
        var bench = Bench()
        let refused = bench.call(.delete, "/orders?Qualifier=1", [:])
        #expect(refused.status == 409)
        #expect(
            refused.message == "Unable to delete version because the following aliases reference it: [live]")
        _ = bench.call(.put, "/orders/aliases/live", ["FunctionVersion": "$LATEST"])
        #expect(bench.call(.delete, "/orders?Qualifier=1", [:]).status == 204)
        _ = bench.configure([:])
        bench.settle()
        #expect(bench.publish([:]).json["Version"] == "2")
        #expect(bench.call(.delete, "/orders?Qualifier=$LATEST", [:]).status == 400)
    }
}
