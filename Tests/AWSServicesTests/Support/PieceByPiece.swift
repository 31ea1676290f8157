import AWSServices
import HTTP
import Synchronization

/// S3 as it is when all goes well; it reads what it is sent in small pieces, as libcurl does, and keeps none.
final class PieceByPiece: HTTPTransport {
    private let bytes = Mutex(0)

    /// How many bytes of parts have come.
    var sent: Int { bytes.withLock { $0 } }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        if request.method == .put {
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
            defer { buffer.deallocate() }
            var offset = 0
            while offset < request.body.count {
                do throws(ByteSourceFailure) {
                    offset += try request.body.read(at: offset, into: buffer)
                } catch {
                    throw .outcomeUnknown(reason: error.reason)
                }
            }
            bytes.withLock { $0 += offset }
        }
        let body =
            request.query.contains { $0.name == "uploads" }
            ? "<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>"
            : "<CompleteMultipartUploadResult><ETag>e</ETag></CompleteMultipartUploadResult>"
        return HTTPResponse(
            status: 200, headers: HTTPHeaders([.init(name: "ETag", value: "e")]), body: Array(body.utf8))
    }
}

/// What was told, in order.
final class Told: Sendable {
    private let numbers = Mutex<[Int]>([])

    var all: [Int] { numbers.withLock { $0 } }

    func add(_ number: Int) { numbers.withLock { $0.append(number) } }
}

/// How something ended that runs elsewhere.
final class Ending: Sendable {
    private let held = Mutex<S3UploadFailure?>(nil)

    var failure: S3UploadFailure? {
        get { held.withLock { $0 } }
        set { held.withLock { $0 = newValue } }
    }
}
