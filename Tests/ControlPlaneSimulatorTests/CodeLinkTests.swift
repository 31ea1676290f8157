import HTTP
import Testing

@testable import ControlPlaneSimulator

@Suite struct CodeLinkTests {
    /// Path and query of the link that GetFunction shows.
    private func link(_ bench: inout Bench, _ qualifier: String? = nil) throws -> String {
        let location = try #require(bench.get(qualifier).json["Code"]?["Location"]?.string)
        let host = "https://awslambda-eu-west-1-tasks.s3.eu-west-1.amazonaws.com"
        #expect(location.hasPrefix(host))
        return "/awslambda-eu-west-1-tasks" + location.dropFirst(host.count)
    }

    /// As the program sends it.
    private func follow(_ link: String, _ bench: inout Bench) -> Reply {
        var followed = request(.get, "/", [:], headers: [:])
        followed.path = link
        return Reply(bench.plane.handle(followed.withQueryApart, at: bench.now, author: "client"))
    }

    @Test func itLeadsToTheZipAndStaysSoWhateverTheFunctionBecomes() throws {
        var bench = Bench()
        let old = try link(&bench)
        #expect(follow(old, &bench).response.body == zip("old"))
        _ = bench.updateCode("new", [:])
        bench.now += .seconds(100)
        #expect(follow(old, &bench).response.body == zip("old"))
        #expect(try follow(link(&bench), &bench).response.body == zip("new"))
        #expect(try follow(link(&bench, "1"), &bench).response.body == zip("old"))
    }

    @Test func itIsAnotherOneInEachAnswerAndGoodForTenMinutes() throws {
        var bench = Bench()
        let one = try link(&bench)
        #expect(try one != link(&bench))
        bench.now += .seconds(600)
        #expect(follow(one, &bench).status == 200)
        bench.now += .seconds(1)
        let late = follow(one, &bench)
        #expect(late.status == 403 && late.text.contains("<Message>Request has expired</Message>"))
        #expect(try follow(link(&bench), &bench).status == 200)
    }

    @Test func nobodySignsAndNothingIsDeniedOrCounted() throws {
        var bench = Bench()
        bench.plane.settings.signatureTolerance = .seconds(300)
        bench.plane.settings.quotas = .init(getFunction: 1, everythingElse: 0)
        bench.plane.settings.denied = [.getObject]
        let link =
            "/awslambda-eu-west-1-tasks/snapshots/123456789012/orders-"
            + percentEncoded(ControlPlane.codeSha256(ofZip: zip("old")))
        #expect(follow("\(link)?X-Amz-Date=20251009T085320Z&X-Amz-Signature=0", &bench).status == 200)
        #expect(follow("\(link)?X-Amz-Date=20251009T085320Z", &bench).status == 403)
        #expect(follow(link.replacing("orders-", with: "orders-x"), &bench).status != 200)
    }

    @Test func whatIsNotKnownOfThemIsPlayedInAllWays() throws {
        var bench = Bench()
        bench.plane.settings.codeLinks = .firstExpired
        #expect(try [follow(link(&bench), &bench).status, follow(link(&bench), &bench).status] == [403, 200])
        bench.plane.settings.codeLinks = .allExpired
        #expect(try follow(link(&bench), &bench).status == 403)
        bench.plane.settings.codeLinks = .spoilt
        #expect(try follow(link(&bench), &bench).response.body != zip("old"))
        bench.plane.settings.codeLinks = .none
        #expect(bench.get(nil).json["Code"]?["Location"]?.string == nil)
    }

    @Test func onLoopbackItLeadsBackHere() throws {
        var bench = Bench()
        let reply = bench.call(
            .get, "/2015-03-31/functions/orders", [:], headers: ["Host": "127.0.0.1:4566"])
        let location = try #require(reply.json["Code"]?["Location"]?.string)
        #expect(location.hasPrefix("http://127.0.0.1:4566/awslambda-eu-west-1-tasks/snapshots/"))
        #expect(follow(String(location.dropFirst("http://127.0.0.1:4566".count)), &bench).status == 200)
    }

    @Test func anImageHasNone() {
        var bench = Bench()
        bench.plane.add("picture", imageUri: "repo:tag", configuration: [:], versions: 0, alias: nil)
        let code = bench.call(.get, "/picture", [:]).json["Code"]
        #expect(code?["Location"]?.string == nil && code?["ResolvedImageUri"]?.string != nil)
    }

    @Test func anObjectThatIsReadWhereItLiesIsShownWithItsVersion() {
        var bench = Bench()
        bench.plane.putObject("builds", "a.zip", zip("stored"))
        let source: JSON = ["S3Bucket": "builds", "S3Key": "a.zip", "S3ObjectStorageMode": "REFERENCE"]
        _ = bench.call(.put, "/orders/code", source)
        #expect(bench.get(nil).json["Code"]?["ResolvedS3Object"]?["S3ObjectVersion"] == "version-1")
    }
}
