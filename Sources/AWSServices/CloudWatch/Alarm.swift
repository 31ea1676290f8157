/// An alarm as CloudWatch shows it: of one metric, or composed of others.
package struct Alarm: Sendable, Equatable {
    package enum State: Sendable, Equatable {
        case ok
        case alarm
        /// It has just begun, or its metric has no data: nothing is known to be wrong.
        case insufficientData
        case other(String)
    }

    package let name: String
    package let state: State
    /// Why it is in this state, in CloudWatch's words.
    package let reason: String?

    package init(name: String, state: State, reason: String?) {
        self.name = name
        self.state = state
        self.reason = reason
    }
}

extension Alarm.State: CustomStringConvertible {
    package init(_ text: String) {
        switch text {
        case "OK": self = .ok
        case "ALARM": self = .alarm
        case "INSUFFICIENT_DATA": self = .insufficientData
        default: self = .other(text)
        }
    }

    package var description: String {
        switch self {
        case .ok: "OK"
        case .alarm: "ALARM"
        case .insufficientData: "INSUFFICIENT_DATA"
        case .other(let text): text
        }
    }
}
