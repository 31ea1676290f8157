import HTTP
import Synchronization

/// A control plane in virtual time, and everybody who works on it. See ``ControlPlane`` for how a test uses it.
package final class SimulatedWorld: Sendable {
    package let clock: VirtualClock
    package let latency: Duration
    private let simulation: Mutex<Simulation>

    /// - Parameter latency: from sending a request until the answer is back; AWS handles it half-way.
    package init(_ plane: ControlPlane, clock: VirtualClock, latency: Duration) {
        self.clock = clock
        self.latency = latency
        simulation = Mutex(Simulation(plane))
    }

    /// - Parameter author: the client's name in the history.
    package func transport(author: String) -> SimulatedTransport {
        SimulatedTransport(world: self, author: author)
    }

    /// Every request that matches meets the fault.
    package func inject(_ fault: Fault, on match: RequestMatch) {
        simulation.withLock { $0.inject(fault, on: match) }
    }

    /// Somebody else (`rival`) makes a move; he waits while an update is in progress, and then writes at once.
    package func rival(_ move: RivalMove, function: String, alias: String, at moment: Moment) {
        simulation.withLock { $0.rival(move, function: function, alias: alias, at: moment) }
    }

    /// An alarm goes into another state, or is deleted (`nil`).
    package func alarm(_ name: String, turns state: String?, at moment: Moment) {
        simulation.withLock { $0.alarm(name, turns: state, at: moment) }
    }

    /// Anything else that is to happen at a moment: a setting changes, a function answers otherwise.
    package func change(at moment: Moment, _ change: @escaping @Sendable (inout ControlPlane) -> Void) {
        simulation.withLock { $0.change(at: moment, change) }
    }

    /// The plane as it stands now, with its history.
    package var plane: ControlPlane {
        let now = clock.elapsed()
        return simulation.withLock {
            $0.advance(to: now)
            return $0.plane
        }
    }

    /// Every request that any client set out to send, whether or not it arrived.
    package var sent: [SentRequest] {
        simulation.withLock { $0.sent }
    }

    func begin(_ request: HTTPRequest, author: String) -> SentRequest {
        let now = clock.elapsed()
        return simulation.withLock { $0.begin(request, author: author, at: now) }
    }

    func arrive(_ request: HTTPRequest, _ sent: SentRequest) -> Simulation.Delivery {
        let now = clock.elapsed()
        return simulation.withLock { $0.arrive(request, sent, at: now) }
    }
}
