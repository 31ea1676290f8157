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

/// `10%`, `2.5%`: as many digits as there are, two after the point at most.
package func percent(ofWeight weight: Double) -> String {
    // AWS shows no such share. Whoever does must not end the run: it is told as it is.
    guard (0...1).contains(weight) else { return "\(weight * 100)%" }
    let hundredths = Int((weight * 10_000).rounded())
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    let digits = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    return rest == 0 ? "\(whole)%" : "\(whole).\(digits)%"
}

/// How traffic goes over to a version: rising shares, each for a time, and then all of it.
package struct TrafficSteps: Sendable, Equatable {
    package struct Step: Sendable, Equatable {
        package let share: TrafficShare
        package let lasts: Duration

        package init(share: TrafficShare, lasts: Duration) {
            self.share = share
            self.lasts = lasts
        }
    }

    package enum Mistake: Error, Equatable {
        case none
        case tooMany(Int)
        /// The share is not larger than the one before it.
        case notRising(TrafficShare, after: TrafficShare)
    }

    package static let mostSteps = 20

    /// Shares below 100 %; may be none.
    package let partial: [Step]
    /// How long it is watched once all traffic has gone over; `nil`: not at all.
    package let watch: Duration?

    package init(_ steps: [Step]) throws(Mistake) {
        guard !steps.isEmpty else { throw .none }
        guard steps.count <= Self.mostSteps else { throw .tooMany(steps.count) }
        for (before, after) in zip(steps, steps.dropFirst()) where after.share <= before.share {
            throw .notRising(after.share, after: before.share)
        }
        partial = steps.filter { $0.share < .all }
        watch = steps.last { $0.share == .all }?.lasts
    }

    /// The step at which a shift goes on that stands at this share: the one with just that share, else the first.
    package func start(standing share: Double?) -> Int {
        partial.firstIndex { isSame($0.share.weight, share) } ?? 0
    }
}

/// Shares that AWS tells are compared to the hundredth of a percent.
private func isSame(_ weight: Double, _ other: Double?) -> Bool {
    other.map { ($0 * 10_000).rounded() == (weight * 10_000).rounded() } ?? false
}
