import ArgumentParser
import ControlPlaneSimulator

/// `--fault`: `answer-lost@3`, `throttled@publish`.
struct FaultOption: ExpressibleByArgument, Sendable {
    let fault: Fault
    let match: RequestMatch

    init?(argument: String) {
        let parts = argument.split(separator: "@", maxSplits: 1)
        guard parts.count == 2, let fault = Fault(rawValue: String(parts[0])) else { return nil }
        if let number = Int(parts[1]) {
            (self.fault, match) = (fault, .number(number))
        } else if let kind = RequestMatch(named: parts[1]) {
            (self.fault, match) = (fault, .where { $0.occurrence == 1 && kind.matches($0) })
        } else {
            return nil
        }
    }
}
