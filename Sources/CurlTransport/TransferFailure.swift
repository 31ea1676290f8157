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

/// The plainest words there are for what happened: the system's for a connection that cannot be opened, else libcurl's.
func reason(code: CURLcode, text: String, systemError: Int32) -> String {
    if code == CURLE_COULDNT_CONNECT, systemError != 0 {
        return String(cString: strerror(systemError))
    }
    return text.isEmpty ? String(cString: curl_easy_strerror(code)) : text
}
