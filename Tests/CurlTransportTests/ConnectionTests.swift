import CurlTransport
import Glibc
import HTTP
import Testing

extension OverSockets {
    /// How connections are kept, shared and given up.
    @Suite struct Connections {
        @Test func aConnectionIsKeptAndUsedAgain() async throws {
            let server = RawServer { $0.answerAll() }
            defer { server.stop() }
            let transport = LibcurlTransport.plain()
            for _ in 0..<5 { _ = try await transport.send(put(server.origin)) }
            #expect(server.connectionCount == 1)
            #expect(server.received.count == 5)
        }

        @Test func fiftyRequestsAtOnceShareEightConnections() async {
            let server = RawServer { connection in
                while connection.readRequest() != nil {
                    usleep(5_000)
                    connection.answer("ok")
                }
            }
            defer { server.stop() }
            let transport = LibcurlTransport.plain()
            for _ in 0..<2 {
                let failures = await withTaskGroup(of: HTTPFailure?.self) { group in
                    for _ in 0..<50 { group.addTask { await transport.failure(put(server.origin)) } }
                    return await group.reduce(into: []) { $0.append($1) }
                }
                #expect(failures.compactMap { $0 } == [])
            }
            #expect(server.received.count == 100)
            #expect(server.connectionCount <= 8)
        }

        @Test func aRequestThatWaitsForAPlaceDoesNotUseUpItsTimeToConnect() async {
            let server = RawServer { connection in
                _ = connection.readRequest()
                // Longer than the time to connect, and that is more than it takes on a busy machine.
                if connection.number <= 8 { usleep(2_500_000) }
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            }
            defer { server.stop() }
            let transport = LibcurlTransport.plain()
            let limits = HTTPLimits.generous.with { $0.connect = .seconds(2) }
            let failures = await withTaskGroup(of: HTTPFailure?.self) { group in
                for _ in 0..<12 { group.addTask { await transport.failure(put(server.origin, limits: limits)) } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(failures.compactMap { $0 } == [])
        }

        /// How a kept connection can break under its second request.
        enum Break: CaseIterable {
            case closed, reset, resetUnread

            func happen(to connection: RawConnection) {
                switch self {
                case .closed: _ = connection.readRequest()
                case .reset:
                    _ = connection.readRequest()
                    connection.reset()
                case .resetUnread:
                    _ = connection.readHead()
                    connection.reset()
                }
            }

            /// A server whose first connection breaks at its second request; the others answer.
            func server() -> RawServer {
                RawServer { connection in
                    guard connection.number == 1 else { return connection.answerAll() }
                    _ = connection.readRequest()
                    connection.answer("ok")
                    happen(to: connection)
                }
            }
        }

        @Test(arguments: Break.allCases, [("PUT", "code"), ("POST", "code"), ("POST", ""), ("DELETE", "")])
        func aWriteOnABrokenKeptConnectionIsNeverSentTwice(how: Break, write: (method: String, body: String))
            async throws
        {
            let server = how.server()
            defer { server.stop() }
            let transport = LibcurlTransport.plain()
            _ = try await transport.send(get(server.origin))
            var request = put(server.origin, body: .bytes(Array(write.body.utf8)))
            request.method = try #require(HTTPRequest.Method(rawValue: write.method))
            let failure = await transport.failure(request)
            #expect(failure?.kind == "outcomeUnknown")
            let reasons = ["the connection was closed before an answer came", "Recv failure: Connection reset by peer"]
            #expect(reasons.map { "\($0) (\(server.origin.authority))" }.contains(failure?.reason))
            #expect(server.received.count == (how == .resetUnread ? 1 : 2))
            #expect(try await transport.send(request).status == 200)
        }

        @Test(arguments: Break.allCases)
        func aReadOnABrokenKeptConnectionIsSentAgain(how: Break) async throws {
            let server = how.server()
            defer { server.stop() }
            let transport = LibcurlTransport.plain()
            _ = try await transport.send(put(server.origin))
            #expect(try await transport.send(get(server.origin)).status == 200)
            #expect(server.connectionCount == 2)
        }

        @Test func aConnectionThatTheServerClosedWhileItWasIdleIsNotUsed() async throws {
            let server = RawServer { connection in
                _ = connection.readRequest()
                connection.answer("ok")
            }
            defer { server.stop() }
            let transport = LibcurlTransport.plain()
            for number in 1...3 {
                #expect(try await transport.send(put(server.origin)).status == 200)
                try await wait(for: "the end of connection \(number)") { server.endedCount == number }
                usleep(50_000)  // for the system to carry it over
            }
            #expect(server.connectionCount == 3)
        }

        /// A server that gives up on an idle connection may say so first (408); what a proxy mixes up may look like success.
        @Test(arguments: [
            "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged",
            "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\n",
            "x",
        ])
        func whatCameBeforeARequestNeverAnswersIt(unasked: String) async throws {
            let (answered, written) = (Event(), Event())
            let server = RawServer { connection in
                guard connection.number == 1 else { return connection.answerAll() }
                _ = connection.readRequest()
                connection.answer("ok")
                answered.waitOnThread()
                connection.write(unasked)
                written.happen()
                connection.answerAll()
            }
            defer { server.stop() }
            let transport = LibcurlTransport.plain()
            _ = try await transport.send(get(server.origin))
            answered.happen()
            try await wait(for: "\(unasked)") { written.hasHappened }
            usleep(200_000)  // for the system to carry it over
            let failure = await transport.failure(put(server.origin))
            #expect(failure?.kind == "notSent")
            #expect(server.received.count == 1)
            #expect(try await transport.send(put(server.origin)).body == Array("ok".utf8))
            #expect(server.connectionCount == 2)
        }

        @Test func aLargeBodyTakesNoMemory() async {
            await #expect(processExitsWith: .success) {
                let server = RawServer { connection in
                    while let request = connection.readRequest() { connection.answer("\(request.bodyBytes)") }
                }
                defer { server.stop() }
                let transport = LibcurlTransport.plain()
                _ = try await transport.send(get(server.origin))
                #expect(ThisProcess.forgetPeak(), "clear_refs")
                let before = try #require(ThisProcess.peakMemory)
                let body = HTTPBody(parts: [
                    .bytes(Array(#"{"ZipFile":""#.utf8)), .base64(Pattern(count: 45_000_000)),
                    .bytes(Array(#""}"#.utf8)),
                ])
                let response = try await transport.send(put(server.origin, body: body))
                #expect(response.body == Array("60000014".utf8), "\(response)")
                let grown = try #require(ThisProcess.peakMemory) - before
                #expect(grown < 16_384, "\(grown) KB")
            }
        }
    }
}
