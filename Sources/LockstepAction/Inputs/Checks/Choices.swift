extension Bool {
    /// `true` or `false` as GitHub's own toolkit takes them.
    /// Source: https://github.com/actions/toolkit/blob/main/packages/core/src/core.ts (getBooleanInput)
    init(input text: String) throws(Complaint) {
        switch text {
        case "true", "True", "TRUE": self = true
        case "false", "False", "FALSE": self = false
        default: throw Complaint("must be true or false, not \(text.quoted)")
        }
    }
}

extension RawRepresentable where RawValue == String, Self: CaseIterable {
    init(input text: String) throws(Complaint) {
        guard let choice = Self(rawValue: text) else {
            let known = Self.allCases.map(\.rawValue).joined(separator: " or ")
            throw Complaint("must be \(known), not \(text.quoted)")
        }
        self = choice
    }
}

extension Duration {
    /// Seconds, as `300` or `300s`, or minutes, as `5m`.
    init(waitInput text: String) throws(Complaint) {
        let seconds = WholeNumber(range: 1...86_400, unit: "seconds")
        guard let unit = text.last, unit == "s" || unit == "m" else {
            self = .seconds(try seconds.read(text))
            return
        }
        let factor = unit == "m" ? 60 : 1
        guard let number = Int(text.dropLast()), seconds.range.contains(number),
            seconds.range.contains(number * factor)
        else { throw Complaint("must be \(seconds.wanted), such as 300, 300s or 5m, not \(text.quoted)") }
        self = .seconds(number * factor)
    }
}
