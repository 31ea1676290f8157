import Testing

@testable import ControlPlaneSimulator

@Suite struct RevisionTests {
    @Test func theRevisionOfAnUpdatesAnswerIsDeadWhenTheUpdateIsOver() {
        var bench = Bench()
        let answered = bench.updateCode("new", [:]).json["RevisionId"]
        #expect(bench.latest()["RevisionId"] == answered)
        bench.settle()
        #expect(bench.latest()["RevisionId"] != answered)
        #expect(bench.plane.history.revisions.last?.author == "aws")
    }

    @Test func theRevisionChangesWhenACreationIsOver() {
        var bench = Bench()
        let answered = bench.call(.post, "", creation("fresh")).json["RevisionId"]
        bench.settle()
        #expect(bench.call(.get, "/fresh", [:]).json["Configuration"]?["RevisionId"] != answered)
    }

    @Test func publishingChangesTheRevisionOfLatestAndGivesTheVersionItsOwn() {
        var bench = Bench()
        _ = bench.configure(["MemorySize": 256])
        bench.settle()
        let before = bench.latest()["RevisionId"]
        let version = bench.publish([:]).json["RevisionId"]
        let after = bench.latest()["RevisionId"]
        #expect(Set([before, version, after]).count == 3)
    }

    @Test func aPublicationThatDoesNothingChangesNoRevision() {
        var bench = Bench()
        let before = bench.latest()["RevisionId"]
        #expect(bench.publish([:]).json["Version"] == "1")
        #expect(bench.latest()["RevisionId"] == before)
    }

    @Test func aliasesHaveRevisionsOfTheirOwn() {
        var bench = Bench()
        let (latest, version) = (bench.latest()["RevisionId"], bench.get("1").json["Configuration"]?["RevisionId"])
        _ = bench.call(.put, "/orders/aliases/live", ["Description": "new"])
        #expect(bench.latest()["RevisionId"] == latest)
        #expect(bench.get("1").json["Configuration"]?["RevisionId"] == version)
    }

    @Test func updatingAnAliasMintsARevisionEvenWithoutAChange() {
        var bench = Bench()
        let before = bench.call(.get, "/orders/aliases/live", [:]).json["RevisionId"]
        #expect(bench.call(.put, "/orders/aliases/live", [:]).json["RevisionId"] != before)
    }

    @Test func taggingAndUntaggingChangeTheRevisionOfLatest() {
        var bench = Bench()
        let tags = "/2017-03-31/tags/\(bench.arn)"
        var revisions: Set<JSON?> = [bench.latest()["RevisionId"]]
        for _ in 0..<2 {
            #expect(bench.call(.post, tags, ["Tags": ["team": "a"]], headers: [:]).status == 204)
            revisions.insert(bench.latest()["RevisionId"])
        }
        #expect(bench.call(.delete, tags + "?tagKeys=team&tagKeys=other", [:], headers: [:]).status == 204)
        revisions.insert(bench.latest()["RevisionId"])
        #expect(revisions.count == 4)
        #expect(bench.call(.get, tags, [:], headers: [:]).text == "{\"Tags\":{}}")
    }

    @Test func throughAnAliasOneSeesTheVersionsRevisionUnderTheAliasArn() {
        var bench = Bench()
        let alias = bench.get("live").json["Configuration"]
        #expect(alias?["RevisionId"] == bench.get("1").json["Configuration"]?["RevisionId"])
        #expect(alias?["FunctionArn"] == .string("\(bench.arn):live"))
        #expect(alias?["Version"] == "1")
    }

    @Test func aWrongRevisionIsRefusedInTheSameWordsEverywhere() {
        var bench = Bench()
        let guarded: JSON = ["RevisionId": "wrong"]
        let replies = [
            bench.updateCode("new", ["RevisionId": "wrong"]), bench.configure(guarded), bench.publish(guarded),
            bench.call(.put, "/orders/aliases/live", guarded),
        ]
        for reply in replies {
            #expect(reply.status == 412)
            #expect(reply.error == "PreconditionFailedException")
            #expect(reply.json == ["Type": "User", "message": .string(stale)])
        }
        #expect(bench.plane.history.writes(by: "client").isEmpty)
        #expect(bench.plane.history.requests.allSatisfy { $0.guardedBy == "wrong" })
    }

    @Test func theRightRevisionIsAccepted() {
        var bench = Bench()
        let revision = bench.latest()["RevisionId"] ?? .null
        #expect(bench.configure(["MemorySize": 256, "RevisionId": revision]).status == 200)
    }

    @Test(arguments: [(ControlPlane.Check.updateInProgress, 409), (.revisionId, 412)])
    func whichCheckSpeaksFirstIsASetting(check: ControlPlane.Check, status: Int) {
        var bench = Bench()
        bench.plane.settings.checksFirst = check
        _ = bench.updateCode("new", [:])
        #expect(bench.configure(["RevisionId": "wrong"]).status == status)
    }
}

func creation(_ name: String) -> JSON {
    [
        "FunctionName": .string(name), "Runtime": "python3.13", "Handler": "app.handler",
        "Role": "arn:aws:iam::123456789012:role/lambda", "Code": ["ZipFile": .string(base64(zip("first")))],
    ]
}
