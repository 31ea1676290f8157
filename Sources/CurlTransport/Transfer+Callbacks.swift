import CCurl
import HTTP

extension Options {
    /// The transfer must outlive the handle's use; nothing else keeps it.
    mutating func callbacks(of transfer: Transfer) {
        let context = Unmanaged.passUnretained(transfer).toOpaque()
        for option in [CURLOPT_PREREQDATA, CURLOPT_READDATA, CURLOPT_HEADERDATA, CURLOPT_WRITEDATA] {
            set(option, pointer: context)
        }
        setBeforeSending { context, address, _, port, localPort in
            let connection = KeptConnections.Name(
                address: address.map { String(cString: $0) } ?? "", port: Int(port), localPort: Int(localPort))
            return Transfer.behind(context)?.maySend(on: connection) == true
                ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
        }
        set(CURLOPT_READFUNCTION) { bytes, size, count, context in
            let buffer = UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
            return Transfer.behind(context)?.readBody(into: buffer) ?? Int(CURL_READFUNC_ABORT)
        }
        set(CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return Transfer.behind(context)?.take { $0.add(line: line) } == true ? line.count : 0
        }
        set(CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            let part = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return Transfer.behind(context)?.take { $0.add(body: part) } == true ? part.count : 0
        }
    }
}

extension Transfer {
    fileprivate static func behind(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Called when the connection stands, TLS included, each time just before the request is sent.
    ///
    /// When a kept connection breaks before a byte of the answer, libcurl sends the request again on a fresh one, whatever
    /// its method (`Curl_retry_request` in its lib/transfer.c). The server may have acted on the first, so a write is
    /// refused its second time here. (One whose body was begun to be sent fails before: no callback rewinds it.)
    fileprivate func maySend(on connection: KeptConnections.Name) -> Bool {
        if call.cancellation.isAsked {
            stop = .cancelled
        } else if sends > 0, !call.request.method.isRead {
            stop = .because(closedBeforeAnswer)
        } else if isOnKeptConnection, kept.hasUnreadBytes(connection) {
            stop = .because("the connection was closed, or held an answer before anything was asked")
        } else {
            sends += 1
            return true
        }
        return false
    }

    /// `nil` when the body cannot be read to its promised end.
    fileprivate func readBody(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        let body = call.request.body
        do {
            let count = try body.read(at: bodyBytesRead, into: buffer)
            bodyBytesRead += count
            if count > 0 || bodyBytesRead == body.count { return count }
            stop = .because("the request's body ended after \(bodyBytesRead) of \(body.count) bytes")
        } catch {
            stop = .because("the request's body could not be read: \(error.reason)")
        }
        return nil
    }

    /// Whether the answer goes on.
    fileprivate func take(_ part: (inout Answer) -> Stop?) -> Bool {
        stop = part(&answer)
        return stop == nil
    }
}

extension HTTPRequest.Method {
    fileprivate var isRead: Bool {
        switch self {
        case .get, .head: true
        case .post, .put, .delete: false
        }
    }
}
