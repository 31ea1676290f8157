import Engine

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
