import Deployment

extension TrafficInputs {
    /// How traffic goes over. What does not fit together is noted.
    func traffic(hasAlias: Bool, _ inspection: inout Inspection) -> PlannedTraffic {
        let steps = inspection.read("traffic", traffic, TrafficSteps.init(input:))
        let alarms = plannedAlarms(&inspection)
        if traffic.given != nil, !hasAlias {
            inspection.note("traffic", "needs an alias whose traffic goes over: give alias, or leave traffic out")
        }
        // A guard that would guard nothing is worse than none.
        if traffic.given == nil, self.alarms.given != nil {
            inspection.note(
                "alarms",
                "are watched only while traffic goes over in steps: give traffic, "
                    + "such as 10% 5m, or 100% 5m to move it at once and then watch")
        }
        return PlannedTraffic(shift: steps.map { .inSteps($0) } ?? .atOnce, alarms: alarms)
    }

    private func plannedAlarms(_ inspection: inout Inspection) -> PlannedAlarms? {
        let alreadyOn = inspection.read("alarms-already-on", alarmsAlreadyOn, PlannedAlarms.AlreadyOn.init(input:))
        let names = inspection.read("alarms", alarms, AlarmNames.read)
        return names.map { PlannedAlarms(names: $0, alreadyOn: alreadyOn ?? .warn) }
    }
}
