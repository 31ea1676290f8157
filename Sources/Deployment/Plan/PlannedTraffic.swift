import AWSServices

/// How the alias's traffic is to go over to the version, and what is looked at meanwhile.
package struct PlannedTraffic: Sendable {
    package enum Shift: Sendable {
        case atOnce
        case inSteps(TrafficSteps)
        case byCodeDeploy(PlannedCodeDeploy)
    }

    package var shift: Shift
    /// Alarms that end a shift in steps when they go on.
    package var alarms: PlannedAlarms?

    package init(shift: Shift, alarms: PlannedAlarms?) {
        self.shift = shift
        self.alarms = alarms
    }

    var isAtOnce: Bool {
        if case .atOnce = shift { true } else { false }
    }

    package var codeDeploy: PlannedCodeDeploy? {
        if case .byCodeDeploy(let planned) = shift { planned } else { nil }
    }

    /// All steps, a watch of everything included; none where it is not shifted in steps.
    var steps: [TrafficSteps.Step] {
        guard case .inSteps(let steps) = shift else { return [] }
        return steps.partial + (steps.watch.map { [TrafficSteps.Step(share: .all, lasts: $0)] } ?? [])
    }

    /// How long its steps take together; `nil`: nobody knows, or there are none.
    package var lasts: Duration? {
        if case .inSteps = shift { steps.reduce(.zero) { $0 + $1.lasts } } else { nil }
    }

    package static let atOnce = PlannedTraffic(shift: .atOnce, alarms: nil)
}

package struct PlannedAlarms: Sendable, Equatable {
    package enum AlreadyOn: String, Sendable, CaseIterable {
        /// An alarm that is on when the run begins is passed over until it has been OK: what is deployed may be its cure.
        case warn
        case fail
    }

    /// 1 to 100 names, each once.
    package var names: [String]
    package var alreadyOn: AlreadyOn

    package init(names: [String], alreadyOn: AlreadyOn) {
        self.names = names
        self.alreadyOn = alreadyOn
    }
}

package struct PlannedCodeDeploy: Sendable, Equatable {
    package var group: DeploymentGroup
    /// Whether it is followed to its end.
    package var isFollowed: Bool

    package init(group: DeploymentGroup, isFollowed: Bool) {
        self.group = group
        self.isFollowed = isFollowed
    }
}
