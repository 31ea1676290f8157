extension ControlPlane {
    /// An alarm of CloudWatch's.
    package struct Alarm: Sendable, Equatable {
        package let name: String
        /// Made of other alarms.
        package let isComposite: Bool
        /// `OK`, `ALARM`, `INSUFFICIENT_DATA`.
        package internal(set) var state: String
        package internal(set) var reason: String
    }

    /// Puts an alarm there that is OK.
    package mutating func addAlarm(_ name: String, isComposite: Bool) {
        alarms[name] = Alarm(name: name, isComposite: isComposite, state: "OK", reason: "Nothing is wrong")
    }

    /// The state of an alarm from now on; `nil`: somebody deletes it.
    package mutating func setAlarm(_ name: String, to state: String?, at now: Duration) {
        guard let state else {
            alarms[name] = nil
            return history.alarms.append(.init(at: now, name: name, state: nil))
        }
        alarms[name]?.state = state
        alarms[name]?.reason =
            "Threshold Crossed: 1 datapoint [7.0] was greater than the threshold (1.0).\n::error::mine"
        history.alarms.append(.init(at: now, name: name, state: state))
    }
}
