import HTTP

/// A request, taken apart.
struct Call {
    let operation: Operation
    let reference: FunctionReference?
    let alias: String
    let path: String
    let query: [HTTPQueryItem]
    let headers: HTTPHeaders
    let body: [UInt8]
    /// The body as JSON: an object, empty where there is no body.
    let input: JSON
    let now: Duration
    let author: String

    init(_ request: HTTPRequest, _ route: Route, at now: Duration, author: String) throws(Refusal) {
        operation = route.operation
        reference = route.function.map { FunctionReference($0) }
        alias = route.alias ?? ""
        path = request.pathWithBucket
        query = request.query
        headers = request.headers
        body = try request.body.allBytes()
        input = try operation.takesJSON ? parse(body) : [:]
        self.now = now
        self.author = author
    }

    func query(_ name: String) -> String? {
        query.first { $0.name == name }?.value
    }

    /// Of a name that may come several times.
    func queries(_ name: String) -> [String] {
        query.filter { $0.name == name }.compactMap(\.value)
    }

    /// The RevisionId that guards the call.
    var revisionId: String? {
        input["RevisionId"]?.string ?? query("RevisionId")
    }

    /// Looks whether the update would be possible, and does nothing.
    var isDryRun: Bool { input["DryRun"] == true }
}

extension Operation {
    fileprivate var takesJSON: Bool {
        switch self {
        case .createFunction, .updateFunctionCode, .updateFunctionConfiguration, .publishVersion, .createAlias,
            .updateAlias, .tagResource, .batchGetImage, .describeAlarms, .createDeployment, .getDeployment,
            .listDeployments, .stopDeployment:
            true
        default: false
        }
    }
}

private func parse(_ body: [UInt8]) throws(Refusal) -> JSON {
    if body.isEmpty { return [:] }
    do {
        let value = try JSON(parsing: body)
        if value.object != nil { return value }
    } catch {
        throw .notJSON("Unexpected character")
    }
    throw .notJSON("was expecting an object")
}

extension HTTPBody {
    fileprivate func allBytes() throws(Refusal) -> [UInt8] {
        if parts.count == 1, case .bytes(let bytes) = parts[0] { return bytes }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
        defer { buffer.deallocate() }
        var filled = 0
        while filled < count {
            let length: Int
            do throws(ByteSourceFailure) {
                length = try read(at: filled, into: .init(rebasing: buffer[filled...]))
            } catch {
                throw .notJSON(error.reason)
            }
            guard length > 0 else { throw .notJSON("Unexpected end-of-input") }
            filled += length
        }
        return Array(buffer)
    }
}
