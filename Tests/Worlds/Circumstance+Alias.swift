import ControlPlaneSimulator
import Deployment
import LockstepAction

// What the alias is like when the run begins.
extension Bench {
    mutating func shift() {
        guard let versions = plane.function("demo")?.versions.map(\.name), versions.count > 1 else { return }
        plane.setWeights([versions[0]: 0.25], of: "live", function: "demo")
    }

    mutating func supersede() {
        var newer = self
        newer.number(99)
        guard let run = WorkflowRun(newer.variables), let alias = plane.function("demo")?.aliases["live"] else {
            return
        }
        plane.setDescription(
            "ours [lockstep \(alias.functionVersion) run \(run.text)]", of: "live", function: "demo")
    }
}
