import HTTP

/// Far more than any service sends, far less than memory: 64 KB.
private let mostHeaderBytes = 65_536

/// An answer while it arrives.
struct Answer {
    private let mostBytes: Int
    private let sink: (any ByteSink)?
    private var isSuccess = false
    private var bodyBytes = 0
    private var headerBytes = 0
    private var fields: [HTTPHeaders.Field] = []
    private(set) var isHeadComplete = false
    private var body: [UInt8] = []

    /// - Parameter sink: takes the body of an answer of success.
    init(mostBytes: Int, sink: (any ByteSink)?) {
        self.mostBytes = mostBytes
        self.sink = sink
    }

    func response(status: Int) -> HTTPResponse {
        HTTPResponse(status: status, headers: HTTPHeaders(fields), body: body)
    }

    /// Takes one line of a head, its end included. Each status line begins anew, as interim answers (100, 103) have
    /// heads of their own; what follows a complete head is a trailer and left out.
    /// - Returns: why the answer cannot be accepted.
    mutating func add(line bytes: UnsafeRawBufferPointer) -> Stop? {
        headerBytes += bytes.count
        guard headerBytes <= mostHeaderBytes else {
            return .because("the answer's headers are larger than \(mostHeaderBytes) bytes")
        }
        let line = String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            fields = []
            isHeadComplete = false
            // `HTTP/1.1 200 OK`
            isSuccess = line.split(separator: " ").dropFirst().first?.first == "2"
            return reason { sink throws(ByteSinkFailure) in try sink.begin() }
        } else if line.allSatisfy(\.isWhitespace) {
            isHeadComplete = true
        } else if !isHeadComplete, let field = HTTPHeaders.Field(line: line) {
            fields.append(field)
        }
        return nil
    }

    /// - Returns: why the answer cannot be accepted.
    mutating func add(body bytes: UnsafeRawBufferPointer) -> Stop? {
        bodyBytes += bytes.count
        guard bodyBytes <= mostBytes else { return .because("the answer is larger than \(mostBytes) bytes") }
        guard sink != nil, isSuccess else {
            body += bytes
            return nil
        }
        return reason { sink throws(ByteSinkFailure) in try sink.append(bytes) }
    }

    /// Why the sink, if there is one, does not take it.
    private func reason(_ give: (any ByteSink) throws(ByteSinkFailure) -> Void) -> Stop? {
        guard let sink else { return nil }
        do {
            try give(sink)
            return nil
        } catch {
            return .because("there is no room for the answer: \(error.reason)")
        }
    }
}

extension HTTPHeaders.Field {
    fileprivate init?(line: String) {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        self.init(name: trimmed(line[..<colon]), value: trimmed(line[colon...].dropFirst()))
    }
}

private func trimmed(_ text: Substring) -> String {
    let end = text.lastIndex { !$0.isWhitespace }
    return String(end.map { text[...$0] }?.drop(while: \.isWhitespace) ?? "")
}
