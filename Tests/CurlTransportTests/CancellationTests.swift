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
                return await LibcurlTransport.plain().failure(request)
            }
            #expect(await task.value == .cancelled)
            #expect(server.received == [])
        }

        @Test func withoutGraceItEndsAtOnceAndTheConnectionWithIt() async {
            await #expect(processExitsWith: .success) {
                let server = SlowServer(answersAfter: nil)
                defer { server.raw.stop() }
                let transport = LibcurlTransport.plain()
                let task = Task { await transport.failure(put(server.raw.origin)) }
                try await server.received(1)
                // libcurl looks up by itself after the first fifth of a second; then nothing but our bell wakes it.
                usleep(500_000)
                let start = ContinuousClock.now
                task.cancel()
                let failure = await task.value
                #expect(failure == .cancelled, "\(String(describing: failure))")
                try await wait(for: "the end of the connection") { server.raw.endedCount == 1 }
                let took = ContinuousClock.now - start
                #expect(took < atOnce, "\(took)")
                transport.shutdown()  // not before: that closes the connection, too
            }
        }

        @Test func anAnswerWithinTheGraceIsTheAnswer() async throws {
            let server = SlowServer(answersAfter: 200_000)
            defer { server.raw.stop() }
            let limits = HTTPLimits.generous.with { $0.graceWhenCancelled = .seconds(5) }
            let task = Task { await LibcurlTransport.plain().result(put(server.raw.origin, limits: limits)) }
            try await server.received(1)
            task.cancel()
            #expect(try await task.value.get().status == 200)
        }

        @Test func afterTheGraceItIsCancelled() async throws {
            let server = SlowServer(answersAfter: nil)
            defer { server.raw.stop() }
            let limits = HTTPLimits.generous.with { $0.graceWhenCancelled = .milliseconds(200) }
            let task = Task { await LibcurlTransport.plain().failure(put(server.raw.origin, limits: limits)) }
            try await server.received(1)
            let start = ContinuousClock.now
            task.cancel()
            #expect(await task.value == .cancelled)
            #expect(ContinuousClock.now - start >= .milliseconds(200))
        }

        @Test func aRequestThatIsStillConnectingHasNoGrace() async {
            await #expect(processExitsWith: .success) {
                let server = RawServer { $0.waitForEnd() }
                defer { server.stop() }
                let origin = HTTPOrigin(scheme: .https, host: "127.0.0.1", port: server.port)
                let limits = HTTPLimits.generous.with { $0.graceWhenCancelled = .seconds(10) }
                let task = Task { await LibcurlTransport.plain().failure(put(origin, limits: limits)) }
                try await wait(for: "a connection") { server.connectionCount == 1 }
                let start = ContinuousClock.now
                task.cancel()
                let (failure, took) = (await task.value, ContinuousClock.now - start)
                #expect(failure == .cancelled, "\(String(describing: failure))")
                #expect(took < atOnce, "\(took)")
            }
        }

        @Test func aRequestThatWaitsForAPlaceIsNeverSent() async throws {
            let server = SlowServer(answersAfter: nil)
            defer { server.raw.stop() }
            let transport = LibcurlTransport.plain()
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
            let transport = LibcurlTransport.plain()
            let tasks = (0..<10).map { _ in Task { await transport.failure(put(server.raw.origin)) } }
            try await server.received(8)
            transport.shutdown()
            for task in tasks { #expect(await task.value == .cancelled) }
            #expect(await transport.failure(put(server.raw.origin)) == .notSent(reason: "the transport is shut down"))
        }

        @Test func transportsLeaveNoThreadAndNoConnectionBehind() async {
            await #expect(processExitsWith: .success) {
                let server = RawServer { $0.answerAll() }
                defer { server.stop() }
                func sendOne() async throws { _ = try await LibcurlTransport.plain().send(get(server.origin)) }
                try await sendOne()
                // The server's own ends close when its threads notice.
                try await wait(for: "the end of a connection") { server.endedCount == 1 }
                let (files, threads) = (ThisProcess.openFiles, ThisProcess.threads)
                for _ in 0..<50 { try await sendOne() }
                // Fifty would leave fifty. A few of Swift's own may have come; a thread that has ended is listed for a moment.
                try await wait(for: "the ends of threads") { ThisProcess.threads < threads + 10 }
                try await wait(for: "the ends of all connections") { server.endedCount == 51 }
                let filesLeft = ThisProcess.openFiles - files
                #expect(filesLeft < 10, "\(filesLeft) files")
            }
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

    func received(_ count: Int) async throws {
        try await wait(for: "\(count) requests") { raw.received.count >= count }
    }
}
