import CCurl
import HTTP

/// Settings of a libcurl handle (https://curl.se/libcurl/c/curl_easy_setopt.html), and the first that it did not accept:
/// a request whose settings do not all hold is not sent.
struct Options {
    let easy: UnsafeMutableRawPointer
    private(set) var problem: String?

    init(easy: UnsafeMutableRawPointer) {
        self.easy = easy
    }

    mutating func set(_ option: CURLoption, _ value: Int) {
        note(curl_easy_set_long(easy, option, value))
    }

    /// `nil` takes libcurl's own value away.
    mutating func set(_ option: CURLoption, _ value: String?) {
        note(curl_easy_set_string(easy, option, value))
    }

    mutating func set(_ option: CURLoption, offset value: Int) {
        note(curl_easy_set_offset(easy, option, curl_off_t(value)))
    }

    mutating func set(_ option: CURLoption, pointer: UnsafeMutableRawPointer?) {
        note(curl_easy_set_pointer(easy, option, pointer))
    }

    mutating func set(_ option: CURLoption, callback: curl_read_callback) {
        note(curl_easy_set_data_callback(easy, option, callback))
    }

    mutating func setBeforeSending(_ callback: curl_prereq_callback) {
        note(curl_easy_set_prerequest_callback(easy, callback))
    }

    private mutating func note(_ code: CURLcode) {
        guard code != CURLE_OK, problem == nil else { return }
        problem = "libcurl did not accept a setting: \(String(cString: curl_easy_strerror(code)))"
    }
}
