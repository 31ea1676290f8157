import FoundationEssentials

/// A moment in the two forms that a signature holds.
struct SigningTime {
    /// `20150830T123600Z`
    let timestamp: String

    /// `20150830`
    var day: String { String(timestamp.prefix(8)) }

    init(secondsSince1970: Double) {
        let style = Date.ISO8601FormatStyle(
            dateSeparator: .omitted, dateTimeSeparator: .standard, timeSeparator: .omitted, timeZoneSeparator: .omitted,
            includingFractionalSeconds: false, timeZone: .gmt)
        timestamp = style.format(Date(timeIntervalSince1970: secondsSince1970))
    }
}
