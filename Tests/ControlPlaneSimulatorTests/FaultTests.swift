import HTTP
import Testing

@testable import ControlPlaneSimulator

@Suite struct FaultTests {
    /// What the client meets, and whether the write was carried out.
    @Test(
        arguments: [
            (Fault.notSent, "not sent", false), (.requestLost, "unknown", false), (.answerLost, "unknown", true),
            (.connectionClosed, "unknown", false), (.throttled, "429", false), (.throttledRetryAfter, "429", false),
            (.failed, "500", false), (.failedButDone, "500", true), (.unavailable, "503", false),
            (.cutOff, "200 no JSON", true), (.garbage, "200 no JSON", true), (.slow, "unknown", true),
            (.staleRevision, "200", true), (.staleSeconds, "200", true),
        ])
    func eachFaultDoesWhatItSays(fault: Fault, seen: String, isDone: Bool) async {
        let world = world()
        world.inject(fault, on: .number(1))
        #expect(await outcome(of: memory(256), world) == seen)
        #expect(world.plane.history.writes(by: "client").count == (isDone ? 1 : 0))
        #expect(world.sent.first?.fault == fault)
    }

    @Test func everyFaultIsInTheTable() {
        #expect(Fault.allCases.count == 14)
    }

    @Test func aSlowAnswerTakesAsLongAsTheRequestMay() async {
        let world = world()
        world.inject(.slow, on: .number(1))
        _ = await outcome(of: look, world)
        #expect(world.clock.elapsed() == .seconds(10))
    }

    @Test func aThrottledAnswerMaySayWhenToComeBack() async throws {
        let world = world()
        world.inject(.throttledRetryAfter, on: .number(1))
        #expect(try await world.transport(author: "client").send(look).headers["Retry-After"] == "3")
    }

    @Test func aStaleReadShowsTheRevisionBefore() async throws {
        let world = world()
        let transport = world.transport(author: "client")
        let before = Reply(try await transport.send(look))
        _ = try await transport.send(memory(256))
        world.inject(.staleRevision, on: .number(3))
        #expect(Reply(try await transport.send(look)).json["Configuration"] == before.json["Configuration"])
        #expect(Reply(try await transport.send(look)).json["Configuration"] != before.json["Configuration"])
        #expect(world.plane.history.requests.count == 4)
    }

    @Test func aStaleReadAfterAnUpdateStillShowsItInProgress() async throws {
        let world = world()
        let transport = world.transport(author: "client")
        _ = try await transport.send(memory(256))
        try await world.clock.sleep(for: .seconds(3))
        world.inject(.staleRevision, on: .number(2))
        let status = Reply(try await transport.send(look)).json["Configuration"]?["LastUpdateStatus"]
        #expect(status == "InProgress")
    }

    @Test func whatIsCancelledInTheMiddleEndsWhenItsGraceIsOver() async {
        let world = world()
        let clock = world.clock
        await clock.together([
            {
                let task = Task { await outcome(of: look, world) }
                clock.onTime(.milliseconds(5)) { task.cancel() }
                #expect(await task.value == "cancelled")
            }
        ])
        #expect(clock.elapsed() == .milliseconds(5))
    }

    @Test func aWriteUnderWayMayEndWithinItsGrace() async {
        let world = world()
        let clock = world.clock
        await clock.together([
            {
                var write = memory(256)
                write.limits.graceWhenCancelled = .seconds(1)
                let task = Task { [write] in await outcome(of: write, world) }
                clock.onTime(.milliseconds(5)) { task.cancel() }
                #expect(await task.value == "200")
            }
        ])
        #expect(world.plane.history.writes(by: "client").count == 1)
    }
}

let look = request(.get, "/2015-03-31/functions/orders", [:], headers: [:])

func memory(_ size: Int) -> HTTPRequest {
    request(.put, "/2015-03-31/functions/orders/configuration", ["MemorySize": .integer(size)], headers: [:])
}

func world() -> SimulatedWorld {
    let plane = Bench().plane
    let clock = VirtualClock(secondsSince1970: plane.settings.epoch, seed: 1)
    return SimulatedWorld(plane, clock: clock, latency: .milliseconds(20))
}

func outcome(of request: HTTPRequest, _ world: SimulatedWorld) async -> String {
    do throws(HTTPFailure) {
        let reply = Reply(try await world.transport(author: "client").send(request))
        return "\(reply.status)" + (reply.status == 200 && reply.json == .null ? " no JSON" : "")
    } catch {
        switch error {
        case .notSent, .unresolved: return "not sent"
        case .untrusted: return "untrusted"
        case .outcomeUnknown: return "unknown"
        case .cancelled: return "cancelled"
        }
    }
}
