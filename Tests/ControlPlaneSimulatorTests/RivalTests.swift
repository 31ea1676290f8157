import HTTP
import Testing

@testable import ControlPlaneSimulator

@Suite struct RivalTests {
    @Test(arguments: RivalMove.allCases)
    func everyMoveIsMadeOnceAndEnds(move: RivalMove) async {
        let world = world()
        world.rival(move, function: "orders", alias: "live", at: .time(.seconds(1)))
        do { try await world.clock.sleep(for: .seconds(60)) } catch {}
        let requests = world.plane.history.requests.filter { $0.author == "rival" }
        let expected: [Int] =
            switch move {
            case .code, .configuration, .environment, .unknownMember: [200]
            case .codeAndBack: [200, 200]
            case .tags, .aliasDeleted: [204]
            case .aliasMoved: [201]  // a publication that made nothing new, and so no other version to move to
            case .weightsCleared, .aliasPutBack, .weightedBack: []  // there is nothing to take back
            case .objectReplaced, .objectDeleted: []  // without any call
            case .aliasCreated, .createFirst: [409]
            case .publish: [201]
            case .deployment: [200, 200, 201, 200]
            }
        #expect(requests.map(\.status) == expected)
    }

    @Test func codeAndBackLeavesTheOldCodeUnderANewRevision() async throws {
        let world = world()
        let before = try #require(world.plane.function("orders")?.latest)
        world.rival(.codeAndBack, function: "orders", alias: "live", at: .time(.seconds(1)))
        try await world.clock.sleep(for: .seconds(60))
        let after = try #require(world.plane.function("orders")?.latest)
        #expect(after.code.sha256 == before.code.sha256)
        #expect(after.revisionId != before.revisionId)
    }

    @Test func aRivalWaitsUntilTheUpdateIsOverAndThenWritesAtOnce() async throws {
        let world = world()
        let transport = world.transport(author: "client")
        world.rival(
            .configuration, function: "orders", alias: "live",
            at: .after(.operation(.updateFunctionConfiguration, occurrence: 1)))
        _ = try await transport.send(memory(256))
        try await world.clock.sleep(for: .seconds(3))
        let shown = Reply(try await transport.send(look)).json["Configuration"]
        #expect(shown?["MemorySize"] == 1024)
        #expect(shown?["LastUpdateStatus"] == "InProgress")
        let times = world.plane.history.requests.filter { $0.author == "rival" }.map(\.at)
        #expect(times == [.milliseconds(2010)], "the moment the client's update ended")
    }

    @Test func aRivalRightBeforeARequestIsSeenByIt() async throws {
        let world = world()
        world.rival(.configuration, function: "orders", alias: "live", at: .before(.number(1)))
        let reply = Reply(try await world.transport(author: "client").send(memory(256)))
        #expect(reply.message == inProgress)
    }

    @Test func anythingElseCanHappenAtAMoment() async throws {
        let world = world()
        world.change(at: .after(.number(1))) { $0.makeInactive("orders") }
        let transport = world.transport(author: "client")
        #expect(Reply(try await transport.send(look)).json["Configuration"]?["State"] == "Active")
        #expect(Reply(try await transport.send(look)).json["Configuration"]?["State"] == "Inactive")
    }

    @Test(arguments: 0..<5)
    func threeClientsAtOnceMeetTheSameFateInEveryRun(run: Int) async {
        let world = world()
        await world.clock.together(
            (1...3).map { number in
                {
                    let transport = world.transport(author: "client \(number)")
                    for _ in 0..<3 {
                        do {
                            _ = try await transport.send(memory(256 * number))
                            try await world.clock.sleep(for: .seconds(number))
                        } catch { return }
                    }
                }
            })
        let story = world.plane.history.requests.map { "\($0.author) \($0.status)" }
        #expect(
            story == [
                "client 1 200", "client 2 409", "client 3 409", "client 1 409", "client 2 200", "client 1 409",
                "client 3 409", "client 2 200", "client 3 200",
            ])
    }
}

@Suite struct HistoryTests {
    @Test func whoWroteWhatIsKnownOfEveryVersion() {
        var bench = Bench()
        _ = bench.updateCode("new", [:])
        bench.settle()
        _ = bench.plane.handle(memory(512), at: bench.now, author: "rival")
        bench.settle()
        _ = bench.publish([:])
        let version = bench.plane.history.published("orders").last?.content
        #expect(version?.authors["Code"] == "client")
        #expect(version?.authors["MemorySize"] == "rival")
        #expect(version?.authors["Timeout"] == nil)
    }

    @Test func aBlindWriteIsFound() {
        var bench = Bench()
        _ = bench.configure(["MemorySize": 256])
        #expect(bench.plane.history.blindWrites(by: "client").count == 1, "no look at all")
        bench.settle()
        let revision = bench.latest()["RevisionId"] ?? .null
        _ = bench.configure(["MemorySize": 512, "RevisionId": revision])
        #expect(bench.plane.history.blindWrites(by: "client").count == 1, "a look, settled, and its revision")
        _ = bench.latest()
        _ = bench.publish([:])
        #expect(bench.plane.history.blindWrites(by: "client").count == 2, "the look had shown InProgress")
    }
}
