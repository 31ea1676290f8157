import CurlTransport
import Glibc
import HTTP
import Synchronization
import Testing

extension OverSockets {
    @Suite struct Cancellations {
        @Test(arguments: [Duration.zero, .seconds(5)])
        func aCancelledTaskSendsNothing(grace: Duration) async {
            let server = RawServer { $0.answerAll() }
            defer { server.stop() }
            let limits = HTTPLimits.generous.with { $0.graceWhenCancelled = grace }
            let request = put(server.origin, limits: limits)
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return await CurlTransport.plain().failure(request)
            }
            #expect(await task.value == .cancelled)
            #expect(server.received == [])
        }

        @Test func withoutGraceItEndsAtOnceAndTheConnectionWithIt() async throws {
            let server = SlowServer(answersAfter: nil)
            defer { server.raw.stop() }
            let task = Task { await CurlTransport.plain().failure(put(server.raw.origin)) }
            try await server.receivedOne()
            let start = ContinuousClock.now
            task.cancel()
            #expect(await task.value == .cancelled)
            #expect(ContinuousClock.now - start < .seconds(1))
        }

        @Test func anAnswerWithinTheGraceIsTheAnswer() async throws {
            let server = SlowServer(answersAfter: 200_000)
            defer { server.raw.stop() }
            let limits = HTTPLimits.generous.with { $0.graceWhenCancelled = .seconds(5) }
            let task = Task { await CurlTransport.plain().result(put(server.raw.origin, limits: limits)) }
            try await server.receivedOne()
            task.cancel()
            #expect(try await task.value.get().status == 200)
        }

        @Test func afterTheGraceItIsCancelled() async throws {
            let server = SlowServer(answersAfter: nil)
            defer { server.raw.stop() }
            let limits = HTTPLimits.generous.with { $0.graceWhenCancelled = .milliseconds(200) }
            let task = Task { await CurlTransport.plain().failure(put(server.raw.origin, limits: limits)) }
            try await server.receivedOne()
            let start = ContinuousClock.now
            task.cancel()
            #expect(await task.value == .cancelled)
            #expect(ContinuousClock.now - start >= .milliseconds(200))
        }

        @Test func aRequestThatIsStillConnectingHasNoGrace() async throws {
            let server = RawServer { $0.waitForEnd() }
            defer { server.stop() }
            let origin = HTTPOrigin(scheme: .https, host: "127.0.0.1", port: server.port)
            let limits = HTTPLimits.generous.with { $0.graceWhenCancelled = .seconds(10) }
            let task = Task { await CurlTransport.plain().failure(put(origin, limits: limits)) }
            try await Task.sleep(for: .milliseconds(100))
            let start = ContinuousClock.now
            task.cancel()
            #expect(await task.value == .cancelled)
            #expect(ContinuousClock.now - start < .seconds(1))
        }

        @Test func aRequestThatWaitsForAPlaceIsNeverSent() async throws {
            let server = SlowServer(answersAfter: nil)
            defer { server.raw.stop() }
            let transport = CurlTransport.plain()
            let tasks = (0..<8).map { _ in Task { await transport.failure(put(server.raw.origin)) } }
            try await server.received(8)
            let waiting = Task { await transport.failure(put(server.raw.origin)) }
            try await Task.sleep(for: .milliseconds(50))
            waiting.cancel()
            #expect(await waiting.value == .cancelled)
            #expect(server.raw.received.count == 8)
            for task in tasks { task.cancel() }
            for task in tasks { #expect(await task.value == .cancelled) }
        }

        @Test func shuttingDownEndsAllAndLaterOnesAreNotSent() async throws {
            let server = SlowServer(answersAfter: nil)
            defer { server.raw.stop() }
            let transport = CurlTransport.plain()
            let tasks = (0..<10).map { _ in Task { await transport.failure(put(server.raw.origin)) } }
            try await server.received(8)
            transport.shutdown()
            for task in tasks { #expect(await task.value == .cancelled) }
            #expect(await transport.failure(put(server.raw.origin)) == .notSent(reason: "the transport is shut down"))
        }

        @Test func transportsLeaveNoThreadAndNoConnectionBehind() async throws {
            let server = RawServer { $0.answerAll() }
            defer { server.stop() }
            _ = try await CurlTransport.plain().send(get(server.origin))
            let before = openFiles()
            for _ in 0..<20 { _ = try await CurlTransport.plain().send(get(server.origin)) }
            // The server's own ends close when its threads notice.
            for _ in 0..<100 where openFiles() > before { usleep(10_000) }
            #expect(openFiles() <= before)
        }
    }
}

/// Receives a request a connection and answers after so many microseconds, or never.
private struct SlowServer {
    let raw: RawServer

    init(answersAfter delay: UInt32?) {
        raw = RawServer { connection in
            _ = connection.readRequest()
            guard let delay else { return connection.waitForEnd() }
            usleep(delay)
            connection.answer("ok")
        }
    }

    func receivedOne() async throws {
        try await received(1)
    }

    func received(_ count: Int) async throws {
        try await wait(for: "\(count) requests") { raw.received.count >= count }
    }
}

private func openFiles() -> Int {
    guard let directory = opendir("/proc/self/fd") else { return -1 }
    defer { closedir(directory) }
    var count = 0
    while readdir(directory) != nil { count += 1 }
    return count
}
