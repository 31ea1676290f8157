/// A share of an alias's traffic, from 1 % to 100 %, exact to a hundredth of a percent.
package struct TrafficShare: Sendable, Hashable, Comparable {
    package let hundredthsOfPercent: Int

    /// `nil` below 1 % and above 100 %.
    package init?(hundredthsOfPercent: Int) {
        guard (100...10_000).contains(hundredthsOfPercent) else { return nil }
        self.hundredthsOfPercent = hundredthsOfPercent
    }

    package static let all = TrafficShare(checked: 10_000)

    private init(checked: Int) {
        hundredthsOfPercent = checked
    }

    /// As AWS takes it: 0 to 1.
    package var weight: Double { Double(hundredthsOfPercent) / 10_000 }

    package static func < (one: Self, other: Self) -> Bool {
        one.hundredthsOfPercent < other.hundredthsOfPercent
    }
}

extension TrafficShare: CustomStringConvertible {
    /// `10%`, `2.5%`.
    package var description: String { percent(ofWeight: weight) }
}

/// A weight as AWS tells it, in hundredths of a percent. Weights are compared so: they are decimal fractions, which few
/// doubles are.
func hundredthsOfPercent(ofWeight weight: Double) -> Double {
    (weight * 10_000).rounded()
}

/// `10%`, `2.5%`: as many digits as there are, two after the point at most.
package func percent(ofWeight weight: Double) -> String {
    // No weight is so large, but whatever answers has to be borne.
    guard let hundredths = Int(exactly: hundredthsOfPercent(ofWeight: weight)) else { return "\(weight * 100)%" }
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    let digits = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    return rest == 0 ? "\(whole)%" : "\(whole).\(digits)%"
}
