import ControlPlaneSimulator

/// Which troubles (faults, or moves of a rival) come to the same at one kind of call.
struct Twins<Trouble: RawRepresentable<String> & CaseIterable> {
    /// By operation: the troubles of each course.
    private let sets: [ControlPlaneSimulator.Operation: [[Trouble]]]

    /// - Parameters:
    ///   - alone: worlds with one trouble each.
    ///   - placed: the trouble, and the number of its call.
    init(of alone: [Judged], undisturbed: Judged, placed: (World) -> (trouble: Trouble, call: Int)?) {
        var byCall: [Int: [Int: [Trouble]]] = [:]
        for judged in alone {
            guard let (trouble, call) = placed(judged.world) else { continue }
            byCall[call, default: [:]][judged.course, default: []].append(trouble)
        }
        var sets: [ControlPlaneSimulator.Operation: [[Trouble]]] = [:]
        for call in undisturbed.calls {
            guard let operation = call.operation, let courses = byCall[call.number] else { continue }
            // Where an operation is called more than once, the call at which more can be told apart counts.
            let found = courses.values.sorted { $0[0].rawValue < $1[0].rawValue }
            if found.count > sets[operation]?.count ?? 0 { sets[operation] = found }
        }
        self.sets = sets
    }

    /// One of each set; all, where the operation is one that an undisturbed run does not call.
    /// - Parameter turn: whose turn it is among the twins.
    func representatives(for call: SentRequest, turn: Int) -> [Trouble] {
        guard let operation = call.operation, let sets = sets[operation] else { return Array(Trouble.allCases) }
        return sets.map { $0[(turn + call.number) % $0.count] }
    }
}

/// Which of the worlds with a rival and something else are played.
package struct RivalSlices: Sendable {
    let ofAFault: Slice
    let ofTwoFaults: Slice

    /// - Parameter stride: of the many worlds with two faults, one of so many; of the fewer with one, every other one.
    package init(every stride: Int, seed: UInt64) {
        ofAFault = Slice(every: min(stride, 2), seed: seed)
        ofTwoFaults = Slice(every: stride, seed: seed)
    }
}

/// Every n-th of many worlds, beginning with one that differs from commit to commit.
struct Slice: Sendable {
    private let stride: Int
    private let offset: Int

    init(every stride: Int, seed: UInt64) {
        self.stride = max(1, stride)
        offset = Int(seed % UInt64(max(1, stride)))
    }

    func of(_ worlds: [World]) -> [World] {
        Swift.stride(from: offset, to: worlds.count, by: stride).map { worlds[$0] }
    }
}
