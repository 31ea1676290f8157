import ControlPlaneSimulator

/// Every fault at every call, every pair of faults, every move of a rival in every gap, and all of them together.
///
/// Most of these worlds are twins: whether a look's answer was lost or throttled, the program asks again and goes on as if
/// nothing had been. Every fault and every move is played alone; of faults that are put together with others, one
/// of each set of twins stands for all. Which are twins is found by playing, not assumed.
package struct Exhaustive: Sendable {
    private let search: Search
    private let kind: Kind

    package init(_ kind: Kind, _ search: Search) {
        self.kind = kind
        self.search = search
    }

    /// - Parameter slice: which part of the worlds with a pair of faults and a rival is played.
    package func play(slice: Slice) async -> [(name: String, worlds: Int)] {
        guard let undisturbed = await search.play([World(kind)]).first else { return [] }
        let singles = await search.play(
            undisturbed.calls.flatMap { call in Fault.allCases.map { World(kind).with($0, at: call.number) } })
        let rivals = await search.play(moves(in: undisturbed))

        let twins = Twins(of: singles, undisturbed: undisturbed)
        let pairs = await search.play(pairs(singles, twins))

        var known: Set<Int> = [undisturbed.course]
        let telling = singles.filter { known.insert($0.course).inserted }
        let tellingPairs = pairs.filter { known.insert($0.course).inserted }
        let disturbed = await search.play(telling.flatMap(moves))
        let crowded = await search.play(slice.of(tellingPairs.flatMap(moves)))
        let stopped = await search.play(
            stops(of: undisturbed, from: .zero) + telling.flatMap { stops(of: $0, from: $0.timeOfFault) })
        return [
            ("a cancellation", stopped.count), ("a fault", singles.count), ("a rival", rivals.count),
            ("two faults", pairs.count),
            ("a fault and a rival", disturbed.count), ("two faults and a rival", crowded.count),
        ]
    }

    /// A fault that tells is followed by one of each twins at every later call; one that is ridden out by those at the
    /// calls right after it, which are its retries.
    private func pairs(_ singles: [Judged], _ twins: Twins) -> [World] {
        singles.enumerated().flatMap { index, single -> [World] in
            guard let first = single.world.faults.first?.call else { return [] }
            let reach = twins.tells(single) ? single.calls.count : first + 2
            return single.calls.filter { first < $0.number && $0.number <= reach }.flatMap { call in
                twins.representatives(for: call, turn: index).map { single.world.with($0, at: call.number) }
            }
        }
    }

    /// The run is stopped while each call is under way, and right after it.
    private func stops(of judged: Judged, from time: Duration) -> [World] {
        judged.calls.filter { $0.at >= time }.flatMap { call in
            [5, 15, 25, 150].map { milliseconds in
                var world = judged.world
                world.cancelledAt = Int(call.at / .milliseconds(1)) + milliseconds
                return world
            }
        }
    }

    private func moves(in judged: Judged) -> [World] {
        judged.calls.flatMap { call in RivalMove.allCases.map { judged.world.with($0, before: call.number) } }
    }
}

extension Judged {
    fileprivate var timeOfFault: Duration {
        calls.first { $0.fault != nil }?.at ?? .zero
    }
}
