import AWSCore
import AWSServices
import CurlTransport
import HTTP
import Synchronization
import Testing

extension OverSockets {
    /// An upload in parts over real connections that break.
    @Suite struct UploadTests {
        @Test func partsWhoseConnectionBreaksAreSentAgain() async throws {
            let breaks = Mutex(0)
            let server = RawServer { connection in
                while let head = connection.readHead() {
                    connection.note(head)
                    let isPart = head.hasPrefix("PUT ")
                    // Every third part at first: reset in the middle of the bytes, or closed before an answer.
                    let number =
                        isPart
                        ? breaks.withLock {
                            $0 += 1
                            return $0
                        } : 1
                    let length = bodyLength(head)
                    if number % 3 == 0, number < 30 {
                        _ = connection.drain(number % 2 == 0 ? length : length / 2)
                        if number % 2 == 1 { connection.reset() }
                        return
                    }
                    guard connection.drain(length) == length else { return }
                    connection.write(answer(to: head))
                }
            }
            defer { server.stop() }
            let source = Pattern(count: 20 << 20)
            let checksum = try S3Checksum(
                of: source, cut: S3Cut(wholeUpTo: 1 << 20, smallestPart: 1 << 20, mostParts: 10_000))
            let object = try await s3(server).upload(
                source, checksum, to: S3Address(bucket: "b", key: "k.zip", owner: nil), onlyIfAbsent: true,
                progress: { _ in }, within: .seconds(100))
            #expect(object.isKnown(by: checksum) && object.size == 20 << 20)
            let parts = server.received.filter { $0.hasPrefix("PUT ") }
            #expect(parts.count > 25 && parts.count < 40, "\(parts.count) parts were sent")
            #expect(server.connectionCount < 30)
            #expect(server.received.last?.hasPrefix("POST /b/k.zip?uploadId=u") == true)
        }

        @Test func aCancelledUploadIsAbortedAtOnce() async throws {
            let server = RawServer { connection in
                while let head = connection.readHead() {
                    connection.note(head)
                    // Parts are taken and never answered.
                    _ = connection.drain(bodyLength(head))
                    if !head.hasPrefix("PUT ") { connection.write(answer(to: head)) }
                }
            }
            defer { server.stop() }
            let source = Pattern(count: 8 << 20)
            let checksum = try S3Checksum(
                of: source, cut: S3Cut(wholeUpTo: 1 << 20, smallestPart: 1 << 20, mostParts: 10_000))
            let s3 = try s3(server)
            let task = Task {
                do throws(S3UploadFailure) {
                    _ = try await s3.upload(
                        source, checksum, to: S3Address(bucket: "b", key: "k.zip", owner: nil), onlyIfAbsent: true,
                        progress: { _ in }, within: .seconds(100))
                    return nil as S3UploadFailure?
                } catch { return error }
            }
            while server.received.count(where: { $0.hasPrefix("PUT ") }) < 4 {
                try await Task.sleep(for: .milliseconds(5))
            }
            task.cancel()
            #expect(await task.value == .failed(.cancelled(operation: "UploadPart"), unfinished: nil))
            #expect(server.received.contains { $0.hasPrefix("DELETE /b/k.zip?uploadId=u") })
            #expect(server.received.last?.hasPrefix("GET /b/k.zip?uploadId=u") == true)
        }

        private func s3(_ server: RawServer) throws -> S3 {
            S3(
                client: AWSClient(
                    transport: LibcurlTransport.plain(), clock: RealClock(),
                    credentials: Credentials(
                        accessKeyID: "AKIDEXAMPLE", secretAccessKey: Secret("s"), sessionToken: nil),
                    region: try Region("eu-west-1", from: "test"), service: .s3,
                    endpoint: Endpoint(origin: server.origin, basePath: "", isCustom: true), userAgent: "lockstep/0"))
        }
    }
}

private func bodyLength(_ head: String) -> Int {
    head.split(separator: "\r\n").first { $0.hasPrefix("Content-Length: ") }.flatMap { Int($0.dropFirst(16)) } ?? 0
}

private func answer(to head: String) -> String {
    let body =
        if head.hasPrefix("POST "), head.contains("?uploads") {
            "<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>"
        } else if head.hasPrefix("POST ") {
            "<CompleteMultipartUploadResult><ETag>e</ETag></CompleteMultipartUploadResult>"
        } else if head.hasPrefix("GET ") {
            "<Error><Code>NoSuchUpload</Code></Error>"
        } else {
            ""
        }
    let status = head.hasPrefix("GET ") ? "404 Not Found" : head.hasPrefix("DELETE ") ? "204 No Content" : "200 OK"
    let length = head.hasPrefix("DELETE ") ? "" : "Content-Length: \(body.utf8.count)\r\n"
    return "HTTP/1.1 \(status)\r\nETag: \"e\"\r\n\(length)\r\n\(body)"
}

private struct RealClock: AWSCore.Clock {
    private let start = ContinuousClock.now

    func elapsed() -> Duration { ContinuousClock.now - start }
    func secondsSince1970() -> Double { 1_760_000_000 }
    func random() -> Double { Double.random(in: 0..<1) }

    func sleep(for duration: Duration) async throws(CancellationError) {
        do { try await Task.sleep(for: duration) } catch { throw CancellationError() }
    }
}
