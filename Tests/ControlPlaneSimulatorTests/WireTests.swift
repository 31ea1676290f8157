import Testing

@testable import ControlPlaneSimulator

@Suite struct WireTests {
    @Test func unsetMembersAreExplicitNulls() {
        var bench = Bench()
        let text = bench.get(nil).text
        for name in ["MasterArn", "Environment", "VpcConfig", "Layers", "StateReason", "TagsError"] {
            #expect(text.contains("\"\(name)\":null"))
        }
        #expect(text.contains("\"LoggingConfig\":{\"ApplicationLogLevel\":null"))
    }

    @Test func anEnvironmentComesBackWithANullError() {
        var bench = Bench()
        let reply = bench.configure(["Environment": ["Variables": ["STAGE": "test"]]])
        #expect(reply.text.contains("\"Environment\":{\"Error\":null,\"Variables\":{\"STAGE\":\"test\"}}"))
    }

    @Test func aMemberThatNobodyKnowsIsShownAsItWasGivenAndGoesIntoTheVersion() {
        var bench = Bench()
        #expect(bench.configure(["Colour": "red", "RevisionId": bench.latest()["RevisionId"] ?? nil]).status == 200)
        bench.settle()
        #expect(bench.latest()["Colour"] == "red")
        #expect(bench.publish([:]).json["Colour"] == "red")
    }

    @Test func everyErrorNamesItsTypeInTheHeader() {
        var bench = Bench()
        #expect(bench.call(.get, "/missing", [:]).error == "ResourceNotFoundException")
        #expect(bench.configure(["MemorySize": 1]).error == "ValidationException")
    }

    @Test func notFoundSpellsMessageWithACapital() {
        var bench = Bench()
        let reply = bench.call(.get, "/missing", [:])
        #expect(reply.status == 404)
        #expect(
            reply.json["Message"]
                == "Function not found: arn:aws:lambda:eu-west-1:123456789012:function:missing")
        #expect(reply.json["message"] == nil)
    }

    @Test func validationErrorsHaveNoType() {
        var bench = Bench()
        let reply = bench.configure(["SnapStart": ["ApplyOn": "x"]])
        #expect(reply.status == 400)
        #expect(reply.json["Type"] == nil)
        #expect(
            reply.message
                == "1 validation error detected: Value 'x' at 'snapStart.applyOn' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [PublishedVersions, None]")
    }

    @Test func anUnknownRuntimeIsAnInvalidParameter() {
        var bench = Bench()
        #expect(bench.configure(["Runtime": "cobol"]).error == "InvalidParameterValueException")
    }

    @Test func tooLargeAnEnvironmentIsRepeatedInTheMessage() {
        var bench = Bench()
        let secret = String(repeating: "s", count: 4096)
        let reply = bench.configure(["Environment": ["Variables": ["SECRET": .string(secret)]]])
        #expect(reply.status == 400)
        #expect(reply.message?.contains("exceeded the 4KB limit. String measured: {\"SECRET\":\"\(secret)") == true)
    }

    @Test func anotherAccountIsDeniedWithANullMessage() {
        var bench = Bench()
        let reply = bench.call(.get, "/arn:aws:lambda:eu-west-1:999999999999:function:orders", [:])
        #expect(reply.status == 403)
        #expect(reply.text == "{\"Message\":null}")
    }

    @Test func anotherRegionIsNotReachable() {
        var bench = Bench()
        let reply = bench.call(.get, "/arn:aws:lambda:us-east-1:123456789012:function:orders", [:])
        #expect(reply.status == 404)
        #expect(reply.message == "Functions from 'us-east-1' are not reachable in this region ('eu-west-1')")
    }

    @Test func aWrongQualifierBesideTheNameIsRefused() {
        var bench = Bench()
        let reply = bench.call(.get, "/orders:live?Qualifier=1", [:])
        #expect(
            reply.message
                == "The derived qualifier from the function name does not match the specified qualifier.")
    }

    @Test func aBodyThatIsNoJSONIsASerializationError() {
        var bench = Bench()
        var request = request(.put, "/2015-03-31/functions/orders/code", [:], headers: [:])
        request.body = .bytes(Array("{".utf8))
        #expect(Reply(bench.plane.handle(request, at: .zero, author: "client")).error == "SerializationException")
    }

    @Test func aDeniedOperationSaysSo() {
        var bench = Bench()
        bench.plane.settings.denied = [.getFunction]
        let reply = bench.get(nil)
        #expect(reply.status == 403)
        #expect(reply.message?.contains("is not authorized to perform: lambda:GetFunction on resource: ") == true)
        #expect(bench.call(.get, "/orders/configuration", [:]).status == 200)
    }

    @Test func tooManyCallsInASecondAreThrottled() {
        var bench = Bench()
        bench.plane.settings.quotas = .init(getFunction: 100, everythingElse: 15)
        let statuses = (0..<16).map { _ in bench.call(.get, "/orders/configuration", [:]).status }
        #expect(statuses == Array(repeating: 200, count: 15) + [429])
        #expect(bench.get(nil).status == 200, "GetFunction has a pot of its own")
        let refused = bench.call(.get, "/orders/configuration", [:])
        #expect(
            refused.text == "{\"Reason\":\"CallerRateLimitExceeded\",\"Type\":\"User\",\"message\":\"Rate exceeded\"}")
        bench.now += .seconds(2)
        #expect(bench.call(.get, "/orders/configuration", [:]).status == 200)
    }

    @Test(arguments: [("20251009T084000Z", 403), ("20251009T085300Z", 200), ("20251009T085900Z", 403)])
    func aSignatureMoreThanFiveMinutesOffIsRefused(date: String, status: Int) {
        var bench = Bench()
        bench.plane.settings.signatureTolerance = .seconds(300)
        let path = "/2015-03-31/functions/orders"
        #expect(bench.call(.get, path, [:], headers: ["X-Amz-Date": date]).status == status)
    }

    @Test func timesAreSpelledAsAWSSpellsThem() {
        let moment = Timestamp(secondsSince1970: 1_760_000_000.25)
        #expect(moment.httpDate == "Thu, 09 Oct 2025 08:53:20 GMT")
        #expect(moment.basic == "20251009T085320Z")
        #expect(moment.lastModified(withMilliseconds: true) == "2025-10-09T08:53:20.250+0000")
        #expect(Timestamp(basic: "20251009T085320Z")?.secondsSince1970 == 1_760_000_000)
    }

    @Test func anUnknownPathIsAnError() {
        var bench = Bench()
        #expect(bench.call(.get, "/2016-01-01/other/thing", [:], headers: [:]).status == 404)
    }
}
