import CurlTransport
import HTTP
import Synchronization
import Testing

extension OverSockets {
    /// Answers whose bytes go elsewhere while they come.
    @Suite struct Sinks {
        /// Keeps what it is given, up to so many bytes.
        private final class Basin: ByteSink {
            let bytes = Mutex<[UInt8]>([])
            let holds: Int

            init(holds: Int) {
                self.holds = holds
            }

            func begin() throws(ByteSinkFailure) {
                bytes.withLock { $0 = [] }
            }

            func append(_ part: UnsafeRawBufferPointer) throws(ByteSinkFailure) {
                let fits = bytes.withLock {
                    $0 += part
                    return $0.count <= holds
                }
                if !fits { throw ByteSinkFailure(reason: "no space left") }
            }
        }

        private func get(_ server: RawServer, into basin: Basin, answerBytes: Int = 1 << 20) -> HTTPRequest {
            var request = CurlTransportTests.get(
                server.origin, limits: .generous.with { $0.answerBytes = answerBytes })
            request.sink = basin
            return request
        }

        @Test func successGoesIntoTheSinkAndNowhereElse() async throws {
            let body = String(repeating: "zip", count: 100_000)
            let server = RawServer { connection in
                _ = connection.readRequest()
                connection.write("HTTP/1.1 103 Early Hints\r\n\r\n")
                connection.answer(body)
            }
            defer { server.stop() }
            let basin = Basin(holds: .max)
            let answer = try await LibcurlTransport.plain().send(get(server, into: basin))
            #expect(answer.status == 200 && answer.body.isEmpty)
            #expect(basin.bytes.withLock { $0 } == Array(body.utf8))
        }

        @Test func aRefusalStandsInTheAnswer() async throws {
            let server = RawServer { connection in
                _ = connection.readRequest()
                connection.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 7\r\n\r\nexpired")
            }
            defer { server.stop() }
            let basin = Basin(holds: .max)
            let answer = try await LibcurlTransport.plain().send(get(server, into: basin))
            #expect(answer.status == 403 && answer.body == Array("expired".utf8))
            #expect(basin.bytes.withLock { $0.isEmpty })
        }

        @Test func eachTryBeginsAnew() async throws {
            let server = RawServer { connection in
                while connection.readRequest() != nil { connection.answer("\(connection.number)") }
            }
            defer { server.stop() }
            let basin = Basin(holds: .max)
            let transport = LibcurlTransport.plain()
            for _ in 1...3 { _ = try await transport.send(get(server, into: basin)) }
            #expect(basin.bytes.withLock { $0.count } == 1)
        }

        @Test func whatIsTooLargeOrFindsNoRoomIsNoAnswer() async {
            let server = RawServer { connection in
                _ = connection.readRequest()
                connection.answer(String(repeating: "x", count: 200_000))
            }
            defer { server.stop() }
            let large = await LibcurlTransport.plain().failure(
                get(server, into: Basin(holds: .max), answerBytes: 100_000))
            #expect(large?.reason.hasPrefix("the answer is larger than 100000 bytes") == true)
            let full = await LibcurlTransport.plain().failure(get(server, into: Basin(holds: 1000)))
            #expect(full?.reason.hasPrefix("there is no room for the answer: no space left") == true)
            #expect(full?.kind == "outcomeUnknown")
        }

        @Test func whatIsCutShortIsNoAnswer() async {
            let server = RawServer { connection in
                _ = connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
            }
            defer { server.stop() }
            let failure = await LibcurlTransport.plain().failure(get(server, into: Basin(holds: .max)))
            #expect(failure?.kind == "outcomeUnknown")
        }
    }
}
