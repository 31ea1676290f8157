import ControlPlaneSimulator

/// Which faults come to the same at one kind of call.
struct Twins {
    private let undisturbed: Int
    /// By operation: the faults of each course.
    private let sets: [ControlPlaneSimulator.Operation: [[Fault]]]

    /// - Parameter singles: every fault at every call, alone.
    init(of singles: [Judged], undisturbed: Judged) {
        self.undisturbed = undisturbed.course
        var byCall: [Int: [Int: [Fault]]] = [:]
        for single in singles {
            guard let placed = single.world.faults.first else { continue }
            byCall[placed.call, default: [:]][single.course, default: []].append(placed.fault)
        }
        var sets: [ControlPlaneSimulator.Operation: [[Fault]]] = [:]
        for call in undisturbed.calls {
            guard let operation = call.operation, let courses = byCall[call.number] else { continue }
            // Where an operation is called more than once, the call at which more faults can be told apart counts.
            let found = courses.values.sorted { $0[0].rawValue < $1[0].rawValue }
            if found.count > sets[operation]?.count ?? 0 { sets[operation] = found }
        }
        self.sets = sets
    }

    /// Whether the run saw or did anything else because of it.
    func tells(_ single: Judged) -> Bool {
        single.course != undisturbed
    }

    /// One of each set.
    /// - Parameter turn: whose turn it is among the twins.
    func representatives(for call: SentRequest, turn: Int) -> [Fault] {
        guard let operation = call.operation, let sets = sets[operation] else {
            return [Fault.allCases[turn % Fault.allCases.count]]
        }
        return sets.map { $0[(turn + call.number) % $0.count] }
    }
}

/// Every n-th of many worlds, beginning with one that differs from commit to commit.
package struct Slice: Sendable {
    private let stride: Int
    private let offset: Int

    package init(every stride: Int, seed: UInt64) {
        self.stride = max(1, stride)
        offset = Int(seed % UInt64(max(1, stride)))
    }

    func of(_ worlds: [World]) -> [World] {
        Swift.stride(from: offset, to: worlds.count, by: stride).map { worlds[$0] }
    }
}
