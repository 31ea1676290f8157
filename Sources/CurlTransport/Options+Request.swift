import CCurl
import HTTP

extension Options {
    /// The address is signed as it stands, so it goes over the wire as it stands.
    mutating func address(_ request: HTTPRequest) {
        set(CURLOPT_URL, request.url)
        set(CURLOPT_PATH_AS_IS, 1)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        if request.isDirect { set(CURLOPT_PROXY, "") }
    }

    mutating func body(of request: HTTPRequest) {
        switch request.method {
        case .head:
            set(CURLOPT_NOBODY, 1)
        case .put, .post:
            upload(request.body.count)
        case .get, .delete:
            if request.body.count > 0 { upload(request.body.count) }
        }
    }

    /// libcurl divides the time to connect among a name's addresses.
    mutating func limits(_ limits: HTTPLimits) {
        set(CURLOPT_CONNECTTIMEOUT_MS, max(1, limits.connect.milliseconds))
    }

    mutating func trust(_ certificates: LibcurlSettings.Certificates) {
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        switch certificates {
        case .systemDefault: break
        case .file(let path): authorities(file: path, directory: nil)
        case .directory(let path): authorities(file: nil, directory: path)
        }
    }

    mutating func behaviour() {
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        // Address translation forgets a silent connection after four minutes (Azure, where GitHub's runners are);
        // a function may compute for fifteen.
        set(CURLOPT_TCP_KEEPALIVE, 1)
        // Otherwise a cancelled request waits for the system to give up on a name, and all others with it.
        set(CURLOPT_QUICK_EXIT, 1)
    }

    private mutating func upload(_ count: Int) {
        set(CURLOPT_UPLOAD, 1)
        set(CURLOPT_INFILESIZE_LARGE, offset: count)
    }

    /// The same for a proxy that is itself reached over TLS.
    private mutating func authorities(file: String?, directory: String?) {
        set(CURLOPT_CAINFO, file)
        set(CURLOPT_CAPATH, directory)
        set(CURLOPT_PROXY_CAINFO, file)
        set(CURLOPT_PROXY_CAPATH, directory)
    }
}

/// The request's header lines as libcurl takes them, with what it would add by itself taken away, and the Host as signed.
/// `nil` when one would break out of its line.
func headerLines(of request: HTTPRequest) -> [String]? {
    var headers = request.headers
    if headers["Host"] == nil { headers["Host"] = request.origin.authority }
    let lines = headers.fields.map { field in
        field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
    }
    guard lines.allSatisfy({ !$0.utf8.contains { $0 == 13 || $0 == 10 || $0 == 0 } }) else { return nil }
    return lines + ["Accept", "Expect"].filter { headers[$0] == nil }.map { "\($0):" }
}
