import FoundationEssentials

private let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

/// Reads `2026-11-30T18:00:00Z`, also with a fraction, which is dropped, and with `+00:00` for the Z. `nil` when it is no such
/// time: it comes from outside.
package func secondsSince1970(utc text: String) -> Double? {
    guard text.hasSuffix("Z") || text.hasSuffix("+00:00") else { return nil }
    return secondsSince1970(iso8601: "\(text.prefix(19))Z")
}

/// Reads `2026-11-30T18:00:00Z`, and no other form.
package func secondsSince1970(iso8601 text: String) -> Double? {
    (try? Date(text, strategy: .iso8601))?.timeIntervalSince1970  // whoever reads it does without one that is none
}

/// Reads `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7). `nil` when it is no such date: it comes from outside.
package func secondsSince1970(httpDate: String) -> Double? {
    let words = httpDate.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: String(words[2])) else { return nil }
    let twoDigits = month < 9 ? "0\(month + 1)" : "\(month + 1)"
    let date = "\(words[3])-\(twoDigits)-\(words[1])T\(words[4])Z"
    return secondsSince1970(iso8601: date)
}
