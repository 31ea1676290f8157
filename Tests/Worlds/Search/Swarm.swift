import ControlPlaneSimulator
import Fuzzing

/// Worlds by chance, the same for the same seed.
///
/// A swarm switches some kinds of trouble off and gives the others wild weights, so that over many swarms each trouble
/// has its turn to be everywhere, alone or with few others.
/// Source: https://users.cs.utah.edu/~regehr/papers/swarm12.pdf
package struct Swarm: Sendable {
    /// Worlds that share one choice of troubles.
    private static let size = 50

    private let seed: UInt64

    package init(seed: UInt64) {
        self.seed = seed
    }

    /// - Returns: the worlds from number `first` on, `count` of them.
    package func worlds(from first: Int, count: Int) -> [World] {
        (first..<first + count).map(world)
    }

    private func world(_ number: Int) -> World {
        var habits = Dice(seed: seed &+ UInt64(number / Self.size) &* 0x9E37_79B9)
        let faults = habits.weights(Fault.allCases)
        let moves = habits.weights(RivalMove.allCases)
        let circumstances = habits.weights(Circumstance.allCases)
        let most = habits.below(6)

        var chance = Dice(seed: seed &* 31 &+ UInt64(number))
        var world = World(chance.pick(Kind.allCases))
        world.seed = chance.next() % 1_000_000
        if chance.below(6) == 0 { world.clients = 2 + chance.below(2) }
        for _ in 0..<chance.below(most + 1) {
            guard let fault = chance.pick(faults) else { break }
            world = world.with(fault, at: 1 + chance.below(30 * world.clients))
        }
        for _ in 0..<chance.below(3) where world.clients == 1 {
            guard let move = chance.pick(moves) else { break }
            world = world.with(move, before: 1 + chance.below(25))
        }
        for _ in 0..<chance.below(3) {
            guard let circumstance = chance.pick(circumstances), !world.circumstances.contains(circumstance) else {
                break
            }
            world.circumstances.append(circumstance)
        }
        if world.kind.isShifting, world.clients == 1 {
            if world.kind.hasAlarms, chance.below(3) == 0 { world.alarmBefore = 1 + chance.below(40) }
            if chance.below(8) == 0 { world.outageAt = chance.below(50_000) }
        }
        if chance.below(8) == 0, world.clients == 1 {
            world.cancelledAt = chance.below(world.kind.isShifting ? 50_000 : 8000)
        }
        if chance.below(12) == 0, world.clients == 1, world.cancelledAt == nil {
            world.deadlineAt = chance.below(world.kind.isShifting ? 50_000 : 8000)
        }
        return world
    }
}

extension Dice {
    /// Half of the values are off; some of the others come up to a hundred times as often as the rest.
    fileprivate mutating func weights<Value>(_ values: [Value]) -> [(value: Value, weight: Int)] {
        values.map { ($0, below(2) == 0 ? 0 : 1 + below(10) * below(10)) }
    }

    fileprivate mutating func pick<Value>(_ weighted: [(value: Value, weight: Int)]) -> Value? {
        var left = weighted.reduce(0) { $0 + $1.weight }
        guard left > 0 else { return nil }
        left = below(left)
        return weighted.first { candidate in
            left -= candidate.weight
            return left < 0
        }?.value
    }
}
