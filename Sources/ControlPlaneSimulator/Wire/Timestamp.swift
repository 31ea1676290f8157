/// A moment of the proleptic Gregorian calendar in UTC, in the spellings AWS uses.
struct Timestamp {
    private let seconds: Int
    private let milliseconds: Int

    init(secondsSince1970: Double) {
        let total = Int((secondsSince1970 * 1000).rounded(.down))
        seconds = total / 1000
        milliseconds = total % 1000
    }

    /// As in LastModified: to the millisecond on create, to the second on update.
    func lastModified(withMilliseconds: Bool) -> String {
        "\(date)T\(time).\(padded(withMilliseconds ? milliseconds : 0, 3))+0000"
    }

    /// As in X-Amz-Date.
    var basic: String {
        "\(date)T\(time)Z".filter { $0 != "-" && $0 != ":" }
    }

    /// As in the Date header (RFC 9110, section 5.6.7).
    var httpDate: String {
        let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let (year, month, day) = civil
        return "\(days[seconds / 86_400 % 7]), \(padded(day, 2)) \(months[month - 1]) \(year) \(time) GMT"
    }

    /// Reads X-Amz-Date's `20250621T104500Z`; `nil` when it is none.
    init?(basic text: String) {
        let digits = text.utf8.compactMap { (48...57).contains($0) ? Int($0) - 48 : nil }
        guard text.utf8.count == 16, digits.count == 14 else { return nil }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let days = daysSince1970(year: number(0..<4), month: number(4..<6), day: number(6..<8))
        seconds = days * 86_400 + number(8..<10) * 3600 + number(10..<12) * 60 + number(12..<14)
        milliseconds = 0
    }

    var secondsSince1970: Double { Double(seconds) }

    private var date: String {
        let (year, month, day) = civil
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    private var time: String {
        "\(padded(seconds / 3600 % 24, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    }

    private var civil: (year: Int, month: Int, day: Int) {
        var year = 1970
        var day = seconds / 86_400
        while day >= daysOf(year: year) {
            day -= daysOf(year: year)
            year += 1
        }
        var month = 1
        while day >= daysOf(month: month, year: year) {
            day -= daysOf(month: month, year: year)
            month += 1
        }
        return (year, month, day + 1)
    }
}

private func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let years = (1970..<max(1970, year)).reduce(0) { $0 + daysOf(year: $1) }
    return (1..<max(1, month)).reduce(years) { $0 + daysOf(month: $1, year: year) } + day - 1
}

private func daysOf(year: Int) -> Int {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365
}

private func daysOf(month: Int, year: Int) -> Int {
    switch month {
    case 2: daysOf(year: year) - 337
    case 4, 6, 9, 11: 30
    default: 31
    }
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
