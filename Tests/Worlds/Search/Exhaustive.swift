import ControlPlaneSimulator

/// Every fault at every call, every pair of faults, every move of a rival in every gap, and all of them together.
///
/// Most of these worlds are twins: whether a look's answer was lost or throttled, the program asks again and goes on as if
/// nothing had been. Every fault, every move and every cancellation is played alone; of what is put together, one of each
/// set of twins stands for all. Which are twins is found by playing, not assumed.
package struct Exhaustive: Sendable {
    package struct Count: Sendable {
        package let name: String
        package let worlds: Int
    }

    private let search: Search
    private let kind: Kind

    package init(_ kind: Kind, _ search: Search) {
        self.kind = kind
        self.search = search
    }

    /// - Parameters:
    ///   - alone: plays only what happens by itself.
    ///   - slices: which part of the worlds with a rival and a fault, or a pair of them, is played.
    package func play(alone: Bool, slices: RivalSlices) async -> [Count] {
        guard let undisturbed = await search.play([World(kind)]).first else { return [] }
        let faults = await search.play(
            undisturbed.calls.flatMap { call in Fault.allCases.map { World(kind).with($0, at: call.number) } })
        let rivals = await search.play(
            undisturbed.calls.flatMap { call in moves.map { World(kind).with($0, before: call.number) } })
        let stops = await search.play(stops(of: undisturbed, from: .zero, after: [5, 15, 25, 150]))
        let late = await search.play(deadlines(of: undisturbed))
        let odd = await search.play(circumstances(undisturbed))
        let shifts = kind.isShifting ? await search.play(alarms(undisturbed) + outages(undisturbed)) : []
        let counts = [
            Count(name: "a fault", worlds: faults.count), Count(name: "a rival", worlds: rivals.count),
            Count(name: "a cancellation", worlds: stops.count), Count(name: "a deadline", worlds: late.count),
            Count(name: "a circumstance", worlds: odd.count),
            Count(name: "an alarm or an outage", worlds: shifts.count),
        ]
        let combined = Combined(
            search: search, undisturbed: undisturbed, faults: faults,
            rivals: rivals.filter { $0.world.rivals.allSatisfy { !$0.move.isPlayedAlone } })
        return alone || kind.isPlayedAlone || kind.isShifting ? counts : counts + (await combined.play(slices))
    }
}

extension Exhaustive {
    private var moves: [RivalMove] { RivalMove.allCases.filter { kind.uploads || !$0.isInS3 } }

    /// Each circumstance alone, and with a rival in the middle of the run where anything is put together.
    private func circumstances(_ undisturbed: Judged) -> [World] {
        Circumstance.allCases.filter { kind.uploads || !$0.isOfUploads }.flatMap { circumstance in
            var world = World(kind)
            world.circumstances = [circumstance]
            let disturbed = world.with(.configuration, before: undisturbed.calls.count / 2)
            return kind.isPlayedAlone ? [world] : [world, disturbed]
        }
    }
}

extension Exhaustive {
    private func alarms(_ undisturbed: Judged) -> [World] {
        guard kind.hasAlarms else { return [] }
        return undisturbed.calls.map { call in
            var world = World(kind)
            world.alarmBefore = call.number
            return world
        }
    }

    private func outages(_ undisturbed: Judged) -> [World] {
        undisturbed.calls.map { call in
            var world = World(kind)
            world.outageAt = Int(call.at / .milliseconds(1))
            return world
        }
    }
}

/// Troubles put together.
private struct Combined {
    let search: Search
    let undisturbed: Judged
    let faults: [Judged]
    let rivals: [Judged]

    func play(_ slices: RivalSlices) async -> [Exhaustive.Count] {
        var known: Set<Int> = [undisturbed.course]
        let telling = faults.filter { known.insert($0.course).inserted }
        let pairs = await search.play(pairs)
        let tellingPairs = pairs.filter { known.insert($0.course).inserted }
        let stopped = await search.play(telling.flatMap { stops(of: $0, from: $0.timeOfFault, after: [15, 150]) })
        let disturbed = await search.play(slices.ofAFault.of(moves(in: telling)))
        let crowded = await search.play(slices.ofTwoFaults.of(moves(in: tellingPairs)))
        return [
            .init(name: "two faults", worlds: pairs.count),
            .init(name: "a fault and a cancellation", worlds: stopped.count),
            .init(name: "a fault and a rival", worlds: disturbed.count),
            .init(name: "two faults and a rival", worlds: crowded.count),
        ]
    }

    /// A fault that tells is followed by one of each twins at every later call; one that is ridden out by those at the
    /// calls right after it, which are its retries.
    private var pairs: [World] {
        let twins = Twins(of: faults, undisturbed: undisturbed) { $0.faults.first.map { ($0.fault, $0.call) } }
        return firstFaults.enumerated().flatMap { index, single -> [World] in
            guard let first = single.world.faults.first?.call else { return [] }
            let reach = single.course != undisturbed.course ? single.calls.count : first + 2
            return single.calls.filter { first < $0.number && $0.number <= reach }.flatMap { call in
                twins.representatives(for: call, turn: index).map { single.world.with($0, at: call.number) }
            }
        }
    }

    /// Of the faults at each call one of each set of twins.
    private var firstFaults: [Judged] {
        let byCall = Dictionary(grouping: faults) { $0.world.faults.first?.call ?? 0 }.sorted { $0.key < $1.key }
        return byCall.flatMap { call, faults in
            Dictionary(grouping: faults, by: \.course).values.map { $0[call % $0.count] }
        }.sorted { $0.world.description < $1.world.description }
    }

    private func moves(in judged: [Judged]) -> [World] {
        let twins = Twins(of: rivals, undisturbed: undisturbed) { $0.rivals.first.map { ($0.move, $0.call) } }
        return judged.enumerated().flatMap { index, judged in
            judged.calls.flatMap { call in
                twins.representatives(for: call, turn: index).map { judged.world.with($0, before: call.number) }
            }
        }
    }
}

/// The run is stopped while each call is under way, there or back, and right after it.
private func stops(of judged: Judged, from time: Duration, after delays: [Int]) -> [World] {
    judged.calls.filter { $0.at >= time }.flatMap { call in
        delays.map { milliseconds in
            var world = judged.world
            world.cancelledAt = Int(call.at / .milliseconds(1)) + milliseconds
            return world
        }
    }
}

/// The work's time is over while each call is under way, and right after it.
private func deadlines(of judged: Judged) -> [World] {
    judged.calls.flatMap { call in
        [15, 150].map { milliseconds in
            var world = judged.world
            world.deadlineAt = Int(call.at / .milliseconds(1)) + milliseconds
            return world
        }
    }
}

extension Judged {
    fileprivate var timeOfFault: Duration {
        calls.first { $0.fault != nil }?.at ?? .zero
    }
}
