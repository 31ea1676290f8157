import Glibc
import Synchronization

/// Plays many worlds, two or more at a time, and keeps what is to be told.
package final class Search: Sendable {
    private struct Tally {
        var worlds = 0
        var stakes: [Promise: Int] = [:]
        var failures: [Judged] = []
        var beginnings: Set<Beginning> = []
    }

    private let benches: Benches
    private let promise: Promise?
    private let failuresAtMost: Int
    private let began = ContinuousClock.now
    private let tally = Mutex(Tally())

    /// - Parameters:
    ///   - promise: only what breaks this one is a failure; `nil`: what breaks any.
    ///   - failuresAtMost: so many are enough to stop at.
    package init(benches: Benches, promise: Promise?, failuresAtMost: Int) {
        self.benches = benches
        self.promise = promise
        self.failuresAtMost = failuresAtMost
    }

    package var worlds: Int { tally.withLock { $0.worlds } }
    /// In how many worlds each promise could have been broken.
    package var stakes: [Promise: Int] { tally.withLock { $0.stakes } }
    package var failures: [Judged] { tally.withLock { $0.failures } }
    package var seconds: Int { Int((ContinuousClock.now - began).components.seconds) }
    package var isOver: Bool { failures.count >= failuresAtMost }

    /// In the order of the worlds; those after the last failure that is wanted are not played.
    @discardableResult
    package func play(_ worlds: [World]) async -> [Judged] {
        let queue = Queue(worlds)
        let played = await withTaskGroup(of: [(Int, Judged)].self) { group in
            for _ in 0..<max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) {
                group.addTask { await self.work(through: queue) }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        return played.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private func work(through queue: Queue) async -> [(Int, Judged)] {
        var played: [(Int, Judged)] = []
        while !isOver, let (index, world) = queue.next() {
            let judged = await world.judged(benches) { beginning in
                self.tally.withLock { $0.beginnings.insert(beginning).inserted }
            }
            count(judged)
            played.append((index, judged))
        }
        return played
    }

    private func count(_ judged: Judged) {
        tally.withLock { tally in
            tally.worlds += 1
            for promise in judged.stakes { tally.stakes[promise, default: 0] += 1 }
            if judged.violations.contains(where: { promise == nil || $0.promise == promise }) {
                tally.failures.append(judged)
            }
        }
    }
}

/// Worlds that several workers take from.
private final class Queue: Sendable {
    private let worlds: [World]
    private let taken = Mutex(0)

    init(_ worlds: [World]) {
        self.worlds = worlds
    }

    func next() -> (Int, World)? {
        taken.withLock { taken in
            guard taken < worlds.count else { return nil }
            taken += 1
            return (taken - 1, worlds[taken - 1])
        }
    }
}
