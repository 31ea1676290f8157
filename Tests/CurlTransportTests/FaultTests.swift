import CurlTransport
import Glibc
import HTTP
import Testing

extension OverSockets {
    /// What a server or the network can do to a request, and what may be concluded from it.
    @Suite struct Faults {
        @Test func aRefusedConnectionIsNotSent() async {
            let origin = HTTPOrigin(scheme: .http, host: "127.0.0.1", port: closedPort())
            let failure = await LibcurlTransport.plain().failure(put(origin))
            #expect(failure == .notSent(reason: "Connection refused (\(origin.authority))"))
        }

        @Test func aNameThatDoesNotResolveIsToldFromARefusedConnection() async {
            let origin = HTTPOrigin(scheme: .https, host: "lambda.nowhere.invalid", port: nil)
            let failure = await LibcurlTransport.plain().failure(put(origin))
            #expect(failure?.kind == "unresolved")
            #expect(failure?.reason.contains("lambda.nowhere.invalid") == true)
        }

        @Test func anAddressThatIsNoneIsNotSent() async {
            let origin = HTTPOrigin(scheme: .http, host: "exa mple", port: nil)
            let failure = await LibcurlTransport.plain().failure(put(origin))
            #expect(failure?.kind == "notSent")
        }

        @Test func aHandshakeThatTakesTooLongIsNotSent() async {
            let server = RawServer { $0.waitForEnd() }
            defer { server.stop() }
            let origin = HTTPOrigin(scheme: .https, host: "127.0.0.1", port: server.port)
            let limits = HTTPLimits.generous.with { $0.connect = .milliseconds(100) }
            let failure = await LibcurlTransport.plain().failure(put(origin, limits: limits))
            #expect(failure?.kind == "notSent")
            #expect(failure?.reason.contains("timeout") == true)
        }

        @Test func aHandshakeWithWhatSpeaksNoTLSIsNotSent() async {
            let server = RawServer { $0.write("SSH-2.0-OpenSSH_9.2p1\r\n") }
            defer { server.stop() }
            let origin = HTTPOrigin(scheme: .https, host: "127.0.0.1", port: server.port)
            let failure = await LibcurlTransport.plain().failure(put(origin))
            #expect(failure?.kind == "notSent")
        }

        // These two have processes of their own because a variable is the whole process's.

        @Test func aProxyThatWantsAPasswordIsNotAskedAgainAndItsVariableIsNamed() async {
            await #expect(processExitsWith: .success) {
                let proxy = RawServer { connection in
                    _ = connection.readRequest()
                    connection.write("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
                }
                defer { proxy.stop() }
                let address = "http://user:wr%40ng@127.0.0.1:\(proxy.port)"
                let environment = ["HTTPS_PROXY": address, "http_proxy": address]
                for (name, value) in environment { setenv(name, value, 1) }
                let transport = LibcurlTransport(settings: .from(environment: environment))
                for (scheme, variable) in [(HTTPOrigin.Scheme.https, "HTTPS_PROXY"), (.http, "http_proxy")] {
                    let origin = HTTPOrigin(scheme: scheme, host: "lambda.nowhere.invalid", port: nil)
                    let failure = await transport.failure(put(origin))
                    let told = String(describing: failure)
                    #expect(failure?.kind == "untrusted", "\(told)")
                    #expect(told.contains("407") && told.contains(variable), "\(told)")
                    #expect(!told.contains("wr%40ng") && !told.contains("wr@ng"), "\(told)")
                }
                let received = proxy.received
                #expect(received.first?.hasPrefix("CONNECT lambda.nowhere.invalid:443 ") == true, "\(received)")
                #expect(received.count == 2, "\(received)")
            }
        }

        @Test func keysAreAskedForPastAnyProxy() async {
            await #expect(processExitsWith: .success) {
                for name in ["http_proxy", "all_proxy", "ALL_PROXY"] {
                    setenv(name, "http://127.0.0.1:\(closedPort())", 1)
                }
                let server = RawServer { $0.answerAll() }
                defer { server.stop() }
                var request = get(server.origin)
                request.isDirect = true
                let answer = try? await LibcurlTransport.plain().send(request)
                #expect(answer?.status == 200)
            }
        }

        @Test func aProxysNameThatDoesNotResolveIsToldSoon() async {
            await #expect(processExitsWith: .success) {
                setenv("https_proxy", "http://proxy.nowhere.invalid:3128", 1)
                let origin = HTTPOrigin(scheme: .https, host: "lambda.nowhere.invalid", port: nil)
                let failure = await LibcurlTransport.plain().failure(put(origin))
                #expect(failure?.kind == "unresolved", "\(String(describing: failure))")
                #expect(failure?.reason.contains("proxy.nowhere.invalid") == true, "\(String(describing: failure))")
            }
        }

        @Test func anAddressThatIsDeadIsFollowedByTheNextOfTheSameName() async throws {
            let server = RawServer { $0.answerAll() }
            defer { server.stop() }
            // Of this machine's own name the first address is the one of IPv6, where it has one; the server has the other.
            let origin = HTTPOrigin(scheme: .http, host: "localhost", port: server.origin.port)
            #expect(try await LibcurlTransport.plain().send(get(origin)).status == 200)
        }

        @Test func aProxyThatIsNotThereIsNamed() async {
            await #expect(processExitsWith: .success) {
                let port = closedPort()
                setenv("https_proxy", "http://127.0.0.1:\(port)", 1)
                let origin = HTTPOrigin(scheme: .https, host: "lambda.nowhere.invalid", port: nil)
                let failure = await LibcurlTransport.plain().failure(put(origin))
                #expect(failure?.kind == "notSent", "\(String(describing: failure))")
                #expect(failure?.reason.contains("127.0.0.1 port \(port)") == true, "\(String(describing: failure))")
            }
        }

        @Test(arguments: [
            "",
            "HTTP/1.1 200 OK\r\nContent-Le",
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nten bytes.",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nab",
            "HTTP/1.1 100 Continue\r\n\r\n",
            "220 mail.test ESMTP\r\n",
        ])
        func anAnswerThatBreaksOffIsAnUnknownOutcome(answer: String) async {
            let server = RawServer { connection in
                _ = connection.readRequest()
                connection.write(answer)
            }
            defer { server.stop() }
            let failure = await LibcurlTransport.plain().failure(put(server.origin))
            #expect(failure?.kind == "outcomeUnknown")
            #expect(failure?.reason.hasSuffix(" (\(server.origin.authority))") == true)
            #expect(server.received.count == 1)
        }

        @Test func aResetBeforeTheAnswerIsAnUnknownOutcome() async {
            let server = RawServer { connection in
                _ = connection.readRequest()
                connection.reset()
            }
            defer { server.stop() }
            let failure = await LibcurlTransport.plain().failure(put(server.origin))
            #expect(failure?.kind == "outcomeUnknown")
            #expect(failure?.reason.contains("reset") == true)
        }

        @Test func aResetWhileTheBodyIsSentIsAnUnknownOutcome() async {
            let server = RawServer { connection in
                _ = connection.readHead()
                _ = connection.drain(100_000)
                connection.reset()
            }
            defer { server.stop() }
            let body = HTTPBody(parts: [.base64(Pattern(count: 20_000_000))])
            let failure = await LibcurlTransport.plain().failure(put(server.origin, body: body))
            #expect(failure?.kind == "outcomeUnknown")
        }

        @Test(arguments: [Pattern(count: 1_000_000, failsAfter: 0), Pattern(count: 1_000_000, failsAfter: 300_000)])
        func aBodyThatCannotBeReadIsNamed(body: Pattern) async {
            let server = RawServer { connection in
                _ = connection.readRequest()
            }
            defer { server.stop() }
            let failure = await LibcurlTransport.plain().failure(
                put(server.origin, body: HTTPBody(parts: [.base64(body)])))
            let reason = "the request's body could not be read: the disk is gone (\(server.origin.authority))"
            #expect(failure == .outcomeUnknown(reason: reason))
        }

        @Test func anAnswerTooLargeIsRefused() async {
            let server = RawServer { connection in
                _ = connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\n\r\n")
                while connection.write(String(repeating: "x", count: 65_536)) {}
            }
            defer { server.stop() }
            let failure = await LibcurlTransport.plain().failure(put(server.origin))
            let reason = "the answer is larger than 1000000 bytes (\(server.origin.authority))"
            #expect(failure == .outcomeUnknown(reason: reason))
        }

        @Test(arguments: ["X-More: and more\r\n", "x", "\r\nHTTP/1.1 100 Continue\r\n"])
        func headersWithoutEndAreRefused(part: String) async {
            let server = RawServer { connection in
                _ = connection.readRequest()
                connection.write("HTTP/1.1 100 Continue\r\n")
                while connection.write(String(repeating: part, count: 1000)) {}
            }
            defer { server.stop() }
            let failure = await LibcurlTransport.plain().failure(put(server.origin))
            #expect(failure?.kind == "outcomeUnknown")
            #expect(failure?.reason.contains("header") == true)
        }

        @Test func silenceEndsAtTheIdleLimit() async {
            let server = RawServer { connection in
                _ = connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n")
                connection.waitForEnd()
            }
            defer { server.stop() }
            let limits = HTTPLimits.generous.with { $0.idle = .milliseconds(150) }
            let failure = await LibcurlTransport.plain().failure(put(server.origin, limits: limits))
            let reason = "no byte sent or received for 0.2 seconds (\(server.origin.authority))"
            #expect(failure == .outcomeUnknown(reason: reason))
        }

        @Test func aServerThatReadsNothingEndsAtTheIdleLimit() async {
            let server = RawServer { _ in usleep(20_000_000) }
            defer { server.stop() }
            let limits = HTTPLimits.generous.with { $0.idle = .milliseconds(150) }
            let body = HTTPBody(parts: [.base64(Pattern(count: 20_000_000))])
            let failure = await LibcurlTransport.plain().failure(put(server.origin, body: body, limits: limits))
            #expect(failure?.reason.hasPrefix("no byte sent or received") == true)
        }

        @Test func aTrickleIsNotIdleButEndsAtTheTotalLimit() async {
            let server = RawServer { connection in
                _ = connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\n")
                for _ in 0..<5 where connection.write("X-Slow: 1\r\n") { usleep(50_000) }
                connection.write("\r\n")
                while connection.write("x") { usleep(50_000) }
            }
            defer { server.stop() }
            let limits = HTTPLimits.generous.with {
                $0.idle = .seconds(1)
                $0.total = .seconds(2)
            }
            let failure = await LibcurlTransport.plain().failure(put(server.origin, limits: limits))
            let reason = "no complete answer within 2 seconds (\(server.origin.authority))"
            #expect(failure == .outcomeUnknown(reason: reason))
        }
    }
}
