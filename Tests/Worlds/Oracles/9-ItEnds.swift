import ControlPlaneSimulator
import Deployment
import Engine

/// How long a run may take and how many calls it may make, for what happens in its world.
package struct Bounds {
    package let time: Duration
    package let calls: Int

    init(of world: World, waitTimeout: Duration, updates: Duration, shift: Duration, maxRetries: Int) {
        let rivals = world.rivals.count + world.clients - 1
        // A rival moves once; another client writes several times, and may be in the way each time.
        let conflicts = world.clients > 1 ? maxRetries : min(rivals, maxRetries)
        let attempts = conflicts + 1
        // One attempt settles at most six times, and a rival's update may be in progress each time as well.
        let waits = min(waitTimeout, updates) * 6 * (1 + rivals)
        // The longest pause before starting over is 45 seconds, and as long as the function is not quiet it goes on.
        // While somebody may be about to go on with a shift it takes longer.
        let quiet = (Duration.seconds(90) + shift * 2) * conflicts
        // A lost answer costs the call's own time-out (an upload's is ten minutes) and looks until all is clear.
        let faults = world.faults.reduce(Duration.zero) { $0 + $1.fault.longestDelay }
        // While traffic goes over, alarms and alias are looked at about every ten seconds.
        let looks = 2 * Int(shift / .seconds(9)) + 24
        let outage = world.outageAt == nil ? (time: Duration.zero, calls: 0) : (.seconds(400), 600)
        time = .seconds(60) + (waits + shift + .seconds(30)) * attempts + quiet + faults + outage.time
        calls =
            attempts * (60 + 12 * rivals + (shift > .zero ? looks : 0)) + world.faults.count * 40
            + world.circumstances.count * 60 + outage.calls
            // What the update itself has left undone is waited for once more.
            + (world.circumstances.contains(.updateNeverEnds) ? 80 : 0)
            // Each look at a warm-up is two calls.
            + (world.circumstances.contains(.warmUpNeverEnds) ? 80 : 0)
    }
}

extension Evidence {
    /// Runs that took longer, made more calls or, cancelled, went on longer than they may.
    var excesses: [String] {
        let bounds = Bounds(
            of: world, waitTimeout: .seconds(Int(bench.inputs["wait-timeout"] ?? "300") ?? 300),
            updates: longestUpdate, shift: wanted.shift.reduce(.zero) { $0 + $1.lasts }, maxRetries: 5)
        var excesses: [String] = []
        if run.duration > bounds.time { excesses.append("it took \(run.duration), more than \(bounds.time)") }
        let calls = run.world.sent.count { $0.author == author }
        if calls > bounds.calls { excesses.append("\(calls) calls, more than \(bounds.calls)") }
        let isAtOnce = world == World(world.kind) && ![.sleepingRollback, .rollbackTo].contains(world.kind)
        if wanted.isRollback, isAtOnce, calls > 6 {
            excesses.append("\(calls) calls to go back")
        }
        let mostRetries = Set(world.circumstances).isDisjoint(with: [.onConflictFail, .noRetries]) ? 5 : 0
        if startsOver.count > mostRetries { excesses.append("it started over \(startsOver.count) times") }
        if let cancelledAt = world.cancelledAt {
            let late = run.ended - .milliseconds(cancelledAt)
            if late > .seconds(5) { excesses.append("it went on for \(late) after it was cancelled") }
        }
        return excesses + lateness + impatience
    }

    /// Ten seconds are kept for putting back; where AWS does not answer it takes longer, and is not cut.
    private var lateness: [String] {
        guard let deadlineAt = world.deadlineAt else { return [] }
        let isCalm =
            world.faults.isEmpty && world.rivals.isEmpty && world.outageAt == nil
            && !world.circumstances.contains(.quota)
        let isRestored = facts.contains {
            switch $0 {
            case .restoration(.kept): false
            case .restoration: true
            default: false
            }
        }
        // What is under way has to end first, and then code and configuration that stood before are sent.
        let restoring = isRestored ? min(longestUpdate, .seconds(300)) * 4 : .zero
        let late = run.ended - .milliseconds(deadlineAt)
        let bound = (isCalm ? Duration.seconds(10) : .seconds(isRestored ? 400 : 90)) + restoring
        return late > bound ? ["it went on for \(late) after its work's time was over"] : []
    }

    private var longestUpdate: Duration {
        let settings = bench.plane.settings
        let courses = [
            settings.creation, settings.codeUpdate, settings.configurationUpdate, settings.snapStart, settings.warmUp,
            settings.awakening,
        ]
        // What never ends is given up after the longest wait.
        return courses.map { $0.takes ?? .seconds(1000) }.max() ?? .zero
    }
}

extension Fault {
    fileprivate var longestDelay: Duration {
        switch self {
        case .slow: .seconds(1000)
        default: .seconds(60)
        }
    }
}
