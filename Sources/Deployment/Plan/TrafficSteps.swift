import Engine

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
        partial.firstIndex { Double($0.share.hundredthsOfPercent) == share.map(hundredthsOfPercent(ofWeight:)) } ?? 0
    }
}
