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
            throw Complaint("must be \(Self.allCases.map(\.rawValue).alternatives), not \(text.quoted)")
        }
        self = choice
    }
}

extension Duration {
    /// Seconds, as `300` or `300s`, or minutes, as `5m`.
    init(waitInput text: String) throws(Complaint) {
        if text.last?.isASCIIDigit == true {
            self = .seconds(try WholeNumber.secondsOfADay.read(text))
            return
        }
        try self.init(text, units: ["s": 1, "m": 60], example: "300, 300s or 5m")
    }

    /// The same, of which some seconds are kept for the end.
    init(deadlineInput text: String) throws(Complaint) {
        try self.init(waitInput: text)
        guard self >= .seconds(30) else {
            throw Complaint(
                "must be at least 30 seconds, because the last 10 are kept for putting back, not \(text.quoted)")
        }
    }

    /// With a unit, which may also be hours, as `2h`.
    init(stepInput text: String) throws(Complaint) {
        try self.init(text, units: ["s": 1, "m": 60, "h": 3600], example: "90s, 5m or 2h")
    }

    private init(_ text: String, units: [Character: Int], example: String) throws(Complaint) {
        let seconds = WholeNumber.secondsOfADay
        guard let factor = text.last.flatMap({ units[$0] }), text.dropLast().allSatisfy(\.isASCIIDigit),
            let number = Int(text.dropLast()), seconds.range.contains(number), seconds.range.contains(number * factor)
        else { throw Complaint("must be \(seconds.wanted), such as \(example), not \(text.quoted)") }
        self = .seconds(number * factor)
    }
}

extension WholeNumber {
    fileprivate static let secondsOfADay = WholeNumber(range: 1...86_400, unit: "seconds")
}
