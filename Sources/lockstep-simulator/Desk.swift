import ControlPlaneSimulator
import Glibc
import HTTP
import Synchronization

/// The simulation in real time: one at a time, and a line in the log for everything new.
final class Desk: Sendable {
    private struct State {
        var simulation: Simulation
        var logged = 0
    }

    private let state: Mutex<State>
    private let start = ContinuousClock.now
    private let log: Bool

    init(_ simulation: Simulation, log: Bool) {
        state = Mutex(State(simulation: simulation))
        self.log = log
    }

    /// A client's request, from its arrival to what becomes of it.
    func take(_ request: HTTP.HTTPRequest, author: String) -> Simulation.Delivery {
        withSimulation { simulation, now in
            let sent = simulation.begin(request, author: author, at: now)
            let delivery = simulation.arrive(request, sent, at: now)
            if let fault = sent.fault { note("request \(sent.number) met the fault \(fault.rawValue)") }
            return delivery
        }
    }

    /// The simulation as it stands now.
    func withSimulation<Result: Sendable>(_ body: (inout Simulation, Duration) -> Result) -> Result {
        state.withLock { state in
            let now = ContinuousClock.now - start
            state.simulation.advance(to: now)
            let result = body(&state.simulation, now)
            let requests = state.simulation.plane.history.requests
            for request in requests[state.logged...] { note(request.line) }
            state.logged = requests.count
            return result
        }
    }

    private func note(_ line: String) {
        guard log else { return }
        let bytes = Array("\(line)\n".utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}
