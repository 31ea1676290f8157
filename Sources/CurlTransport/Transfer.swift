import CCurl
import HTTP

/// One request in libcurl's hands: its handle, and what its callbacks have seen. Lives on the loop's thread.
final class Transfer {
    let easy: UnsafeMutableRawPointer
    let call: Call
    let kept: KeptConnections
    private let settings: LibcurlSettings
    var watch: Watch
    var answer: Answer
    /// How often the request was begun to be sent.
    var sends = 0
    var bodyBytesRead = 0
    /// Why one of our callbacks refused to go on.
    var stop: Stop?
    private var bytesMoved = 0
    private var headers: UnsafeMutablePointer<curl_slist>?
    private let errorText: UnsafeMutablePointer<CChar>

    /// A transfer ready to run, or why there cannot be one.
    static func make(
        call: Call, settings: LibcurlSettings, kept: KeptConnections
    ) -> Result<Transfer, HTTPFailure> {
        guard let easy = curl_easy_init() else { return .failure(.notSent(reason: "out of memory")) }
        let transfer = Transfer(easy: easy, call: call, settings: settings, kept: kept)
        if let problem = transfer.configure() {
            return .failure(HTTPFailure(.because(problem), wasSent: false, authority: transfer.authority))
        }
        return .success(transfer)
    }

    private init(
        easy: UnsafeMutableRawPointer, call: Call, settings: LibcurlSettings, kept: KeptConnections
    ) {
        self.settings = settings
        self.easy = easy
        self.call = call
        self.kept = kept
        watch = Watch(limits: call.request.limits, accepted: call.accepted)
        answer = Answer(mostBytes: call.request.limits.answerBytes, sink: call.request.sink)
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_slist_free_all(headers)
        errorText.deallocate()
    }

    func end(_ result: Result<HTTPResponse, HTTPFailure>) {
        call.continuation.resume(returning: result)
    }

    /// Notes what has happened since the last look: bytes moved, the task cancelled.
    func look(at now: ContinuousClock.Instant) {
        let moved =
            info(CURLINFO_REQUEST_SIZE) + info(CURLINFO_HEADER_SIZE) + offset(CURLINFO_SIZE_UPLOAD_T)
            + offset(CURLINFO_SIZE_DOWNLOAD_T)
        if sends > 0, moved != bytesMoved || watch.lastByte == nil { watch.lastByte = now }
        bytesMoved = moved
        if call.cancellation.isAsked, watch.cancelled == nil { watch.cancelled = now }
    }
}

// The connection it is on.
extension Transfer {
    var isOnKeptConnection: Bool { info(CURLINFO_NUM_CONNECTS) == 0 }

    /// Remembers the connection that the answer came on, unless it was not kept. Only while libcurl has the handle.
    func noteConnection() {
        var socket: curl_socket_t = -1
        curl_easy_get_socket(easy, CURLINFO_ACTIVESOCKET, &socket)
        guard socket >= 0 else { return }
        let name = KeptConnections.Name(
            address: text(CURLINFO_PRIMARY_IP), port: info(CURLINFO_PRIMARY_PORT), localPort: info(CURLINFO_LOCAL_PORT))
        kept.note(name, socket: socket)
    }
}

// What became of it.
extension Transfer {
    var authority: String { call.request.origin.authority }

    func result(_ code: CURLcode) -> Result<HTTPResponse, HTTPFailure> {
        if proxyWantsPassword(code) { return .failure(untrusted(proxyPassword(settings.proxies[scheme]))) }
        guard code == CURLE_OK else { return .failure(stop.map(failure) ?? failure(code)) }
        // libcurl takes a connection that ends amid the head for the end of the answer.
        guard answer.isHeadComplete else { return .failure(failure(.because("the answer broke off in its head"))) }
        return .success(answer.response(status: info(CURLINFO_RESPONSE_CODE)))
    }

    func failure(_ stop: Stop) -> HTTPFailure {
        HTTPFailure(stop, wasSent: sends > 0, authority: authority)
    }

    private func failure(_ code: CURLcode) -> HTTPFailure {
        let reason = reason(
            code: code, text: String(cString: errorText), systemError: Int32(clamping: info(CURLINFO_OS_ERRNO)),
            host: call.request.origin.host, isInContainer: settings.isInContainer)
        if isAboutTrust(code) { return untrusted(reason) }
        if isAboutName(code), sends == 0 { return .unresolved(reason: "\(reason) (\(authority))") }
        return failure(.because(reason))
    }

    private func untrusted(_ reason: String) -> HTTPFailure { .untrusted(reason: "\(reason) (\(authority))") }

    private var scheme: HTTPOrigin.Scheme { call.request.origin.scheme }

    /// A proxy says so of the way through it, or, over plain http, in the server's place. No service of AWS ever does.
    private func proxyWantsPassword(_ code: CURLcode) -> Bool {
        guard code == CURLE_OK else { return info(CURLINFO_HTTP_CONNECTCODE) == 407 }
        return scheme == .http && settings.proxies[.http] != nil && info(CURLINFO_RESPONSE_CODE) == 407
    }

    private func info(_ info: CURLINFO) -> Int {
        var value = 0
        curl_easy_get_long(easy, info, &value)
        return value
    }

    private func text(_ info: CURLINFO) -> String {
        var value: UnsafeMutablePointer<CChar>?
        curl_easy_get_string(easy, info, &value)
        return value.map { String(cString: $0) } ?? ""
    }

    private func offset(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        curl_easy_get_offset(easy, info, &value)
        return Int(value)
    }
}

extension Transfer {
    /// Tells libcurl all about the request; says what it did not accept.
    private func configure() -> String? {
        let request = call.request
        guard let lines = headerLines(of: request) else { return "a header holds a line break or a NUL" }
        for line in lines {
            guard let longer = curl_slist_append(headers, line) else { return "out of memory" }
            headers = longer
        }
        var options = Options(easy: easy)
        options.address(request)
        options.body(of: request)
        options.limits(request.limits)
        options.trust(settings.certificates)
        options.behaviour()
        options.set(CURLOPT_HTTPHEADER, pointer: headers)
        options.set(CURLOPT_ERRORBUFFER, pointer: errorText)
        options.callbacks(of: self)
        return options.problem
    }
}
