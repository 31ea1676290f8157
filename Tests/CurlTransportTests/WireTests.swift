import CurlTransport
import HTTP
import Testing

extension OverSockets {
    @Suite struct Wire {
        @Test func aRequestGoesOverTheWireExactlyAsGiven() async throws {
            let server = RawServer { $0.answerAll() }
            defer { server.stop() }
            var request = get(server.origin)
            request.path = "/2015-03-31/../a%2Fb/./c//d"
            request.query = [HTTPQueryItem(name: "Qualifier", value: "$LATEST a")]
            request.headers = HTTPHeaders([.init(name: "X-One", value: "1"), .init(name: "X-Empty", value: "")])
            let response = try await LibcurlTransport.plain().send(request)
            #expect(response.status == 200)
            #expect(response.body == Array("ok".utf8))
            let host = "127.0.0.1:\(server.port)"
            let path = "/2015-03-31/../a%2Fb/./c//d?Qualifier=%24LATEST%20a"
            // libcurl writes the Host first, wherever it stood.
            #expect(server.received == ["GET \(path) HTTP/1.1\r\nHost: \(host)\r\nX-One: 1\r\nX-Empty:"])
        }

        @Test(arguments: [
            (HTTPRequest.Method.put, "code", "PUT / HTTP/1.1", ["Content-Length: 4"]),
            (.post, "code", "POST / HTTP/1.1", ["Content-Length: 4"]),
            (.post, "", "POST / HTTP/1.1", ["Content-Length: 0"]),
            (.put, "", "PUT / HTTP/1.1", ["Content-Length: 0"]),
            (.delete, "", "DELETE / HTTP/1.1", []),
            (.delete, "code", "DELETE / HTTP/1.1", ["Content-Length: 4"]),
            (.get, "", "GET / HTTP/1.1", []),
            (.head, "", "HEAD / HTTP/1.1", []),
        ])
        func eachMethodSendsItsBodyAndNothingOfLibcurlsOwn(
            method: HTTPRequest.Method, body: String, line: String, length: [String]
        ) async throws {
            let bytes = Array(body.utf8)
            let server = RawServer { connection in
                let request = connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Body: \(request?.bodyBytes ?? -1)\r\n\r\n")
                if method != .head { connection.write("hello") }
            }
            defer { server.stop() }
            var request = put(server.origin, body: .bytes(bytes))
            request.method = method
            let response = try await LibcurlTransport.plain().send(request)
            #expect(response.headers["X-Body"] == String(bytes.count))
            #expect(response.body == (method == .head ? [] : Array("hello".utf8)))
            #expect(server.received == [([line, "Host: 127.0.0.1:\(server.port)"] + length).joined(separator: "\r\n")])
        }

        @Test func theGivenHostAndAcceptReplaceLibcurlsOwn() async throws {
            let server = RawServer { $0.answerAll() }
            defer { server.stop() }
            var request = get(server.origin)
            request.headers = HTTPHeaders([.init(name: "host", value: "x.test"), .init(name: "accept", value: "a/b")])
            _ = try await LibcurlTransport.plain().send(request)
            #expect(server.received == ["GET / HTTP/1.1\r\nHost: x.test\r\naccept: a/b"])
        }

        @Test func aHeaderCannotBreakOutOfItsLine() async {
            let server = RawServer { $0.answerAll() }
            defer { server.stop() }
            for value in ["a\r\nX-Evil: 1", "a\nX-Evil: 1", "a\rb", "a\0b"] {
                var request = put(server.origin)
                request.headers["X-Good"] = value
                let failure = await LibcurlTransport.plain().failure(request)
                #expect(failure?.kind == "notSent")
            }
            #expect(server.received == [])
        }

        @Test func aRedirectIsAnAnswerLikeAnyOther() async throws {
            let server = RawServer { connection in
                _ = connection.readRequest()
                connection.write("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n")
            }
            defer { server.stop() }
            let response = try await LibcurlTransport.plain().send(get(server.origin))
            #expect(response.status == 302)
            #expect(response.headers["location"] == "/elsewhere")
            #expect(server.received.count == 1)
        }

        @Test func interimAnswersAndTrailersAreNotTheAnswersHeaders() async throws {
            let server = RawServer { connection in
                _ = connection.readRequest()
                connection.write("HTTP/1.1 100 Continue\r\nX-Interim: 1\r\n\r\n")
                connection.write("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
                connection.write("HTTP/1.1 201 Created\r\nX-Final:  a:b \r\nTransfer-Encoding: chunked\r\n\r\n")
                connection.write("3\r\nabc\r\n2\r\nde\r\n0\r\nX-Trailer: 1\r\n\r\n")
            }
            defer { server.stop() }
            let response = try await LibcurlTransport.plain().send(put(server.origin))
            #expect(response.status == 201)
            #expect(response.body == Array("abcde".utf8))
            #expect(response.headers.fields.map(\.name) == ["X-Final", "Transfer-Encoding"])
            #expect(response.headers["X-Final"] == "a:b")
        }

        @Test func anAnswerBeforeTheWholeBodyIsSentIsTheAnswer() async throws {
            let server = RawServer { connection in
                _ = connection.readHead()
                connection.write("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                connection.waitForEnd()
            }
            defer { server.stop() }
            let body = HTTPBody(parts: [.base64(Pattern(count: 10_000_000))])
            let response = try await LibcurlTransport.plain().send(put(server.origin, body: body))
            #expect(response.status == 413)
        }
    }
}
