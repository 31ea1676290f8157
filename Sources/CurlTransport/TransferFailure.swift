import CCurl
import Glibc
import HTTP

extension HTTPFailure {
    /// What it means that a request was stopped. One that was not begun to be sent cannot have had an effect.
    init(_ stop: Stop, wasSent: Bool, authority: String) {
        switch stop {
        case .cancelled: self = .cancelled
        case .because(let reason) where wasSent: self = .outcomeUnknown(reason: "\(reason) (\(authority))")
        case .because(let reason): self = .notSent(reason: "\(reason) (\(authority))")
        }
    }
}

/// The plainest words there are for what happened; mostly libcurl's own.
func reason(code: CURLcode, text: String, systemError: Int32, host: String, isInContainer: Bool) -> String {
    switch code {
    case CURLE_COULDNT_CONNECT where systemError != 0:
        // libcurl's text counts milliseconds instead of giving the reason; but it names a proxy.
        let system = String(cString: strerror(systemError))
        let reason = text.hasPrefix("Failed to connect to \(host) ") ? system : "\(system): \(text)"
        return isInContainer && isLoopback(text) ? "\(reason); \(ofTheContainer)" : reason
    case CURLE_SEND_FAIL_REWIND:
        return closedBeforeAnswer
    case CURLE_OUT_OF_MEMORY:
        // What libcurl says of a line of more than 100 KB as well.
        return "out of memory, or a header line of the answer is too long"
    default:
        return text.isEmpty ? String(cString: curl_easy_strerror(code)) : text
    }
}

/// Whether libcurl has tried this machine itself: `Failed to connect to localhost port 1 after ...`.
private func isLoopback(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard words.count > 4, words[..<4].joined(separator: " ") == "Failed to connect to" else { return false }
    let host = String(words[4])
    return HTTPOrigin(scheme: .http, host: host.contains(":") ? "[\(host)]" : host, port: nil).isLoopback
}

private let ofTheContainer =
    "inside a container this address is the container itself: use host.docker.internal or the machine's own address, or run "
    + "it with docker's --network host"

/// - Parameter variable: what named the proxy.
func proxyPassword(_ variable: String?) -> String {
    let variable = variable ?? "HTTPS_PROXY"
    return "the proxy wants a user and a password (407), and \(variable) has none that it takes: set it to "
        + "http://USER:PASSWORD@HOST:PORT"
}

/// Whether nobody knows the server's name, or the proxy's.
func isAboutName(_ code: CURLcode) -> Bool {
    code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_COULDNT_RESOLVE_PROXY
}

/// Whether the server's certificate, or a proxy's, or what it was to be checked with, is at fault. Nothing was sent then.
func isAboutTrust(_ code: CURLcode) -> Bool {
    code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE
}

let closedBeforeAnswer = "the connection was closed before an answer came"
