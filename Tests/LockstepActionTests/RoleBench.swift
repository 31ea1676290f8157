import ControlPlaneSimulator
import Synchronization
import Worlds

/// A run that assumes a role, with who issues tokens and roles before the simulated control plane.
struct RoleBench {
    var bench = Bench()
    var trust = IdentityStandIn.Trust()
    var lifetime = 3600
    var failures = 0
    private let kept = Kept()

    private final class Kept: Sendable {
        let standIn = Mutex<IdentityStandIn?>(nil)
    }

    init(token: Bool, keys: Bool) {
        bench.plane = .withDemo(.quick)
        bench.inputs["role-to-assume"] = "arn:aws:iam::123456789012:role/deploy"
        if token { bench.variables.merge(IdentityStandIn.variables) { $1 } }
        if !keys { bench.variables.merge(["AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""]) { $1 } }
    }

    func run() async -> Run { await run(cancelledAt: nil) }

    func run(cancelledAt time: Duration?) async -> Run {
        let world = bench.world()
        let (kept, trust, lifetime, failures) = (kept, trust, lifetime, failures)
        var bench = bench
        bench.wire = { onward in
            let standIn = IdentityStandIn(
                before: onward, clock: world.clock, trust: trust, lifetime: lifetime, failures: failures)
            kept.standIn.withLock { $0 = standIn }
            return standIn
        }
        return await bench.run(in: world, author: "client", cancelledAt: time)
    }

    var seen: [IdentityStandIn.Seen] { kept.standIn.withLock { $0?.seen } ?? [] }
    var secrets: [String] { kept.standIn.withLock { $0?.secrets } ?? [] }
    var roles: [IdentityStandIn.Seen] {
        seen.filter { if case .role = $0 { true } else { false } }
    }
}
