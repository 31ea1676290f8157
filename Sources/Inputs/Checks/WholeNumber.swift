/// A whole number within bounds.
struct WholeNumber {
    let range: ClosedRange<Int>
    /// What is counted, as in `a whole number of MB`; empty if nothing is.
    let unit: String

    /// The largest that AWS's requests can hold.
    static let largest = Int(Int32.max)

    /// Of what AWS bounds from above: that bound moves, so it is AWS's to judge.
    static func from(_ least: Int, unit: String) -> WholeNumber {
        WholeNumber(range: least...largest, unit: unit)
    }

    func read(_ text: String) throws(Complaint) -> Int {
        let digits = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
        guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit), let number = Int(text), range.contains(number) else {
            throw Complaint("must be \(wanted), not \(text.quoted)\(advice(text))")
        }
        return number
    }

    var wanted: String {
        let bounds = range.upperBound == Self.largest ? "" : " to \(range.upperBound)"
        return "a whole number\(unit.isEmpty ? "" : " of \(unit)") from \(range.lowerBound)\(bounds)"
    }

    /// YAML and expressions write numbers anew: 256 may arrive as 256.0 or 2.56E+2.
    private func advice(_ text: String) -> String {
        guard let number = Double(text).flatMap(Int.init(exactly:)), range.contains(number) else { return "" }
        return ": write \(number), with digits only (in quotes if YAML rewrites it)"
    }
}
