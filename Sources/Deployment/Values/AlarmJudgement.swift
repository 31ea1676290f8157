import AWSServices

/// What looks at the alarms mean, told from all there have been since the run began.
package struct AlarmJudgement: Sendable {
    /// On when the run began, and not OK since: they say nothing about what we do.
    package let passedOver: Set<String>

    /// - Parameter looks: the first one from before anything was written.
    package init(looks: [[Alarm]]) {
        var on = Set((looks.first ?? []).filter { $0.state == .alarm }.map(\.name))
        for look in looks.dropFirst() {
            on.subtract(look.filter { $0.state == .ok }.map(\.name))
        }
        passedOver = on
    }

    /// An alarm that has come on since the run began, which ends the shift; `nil`: there is none.
    package func newAlarm(in look: [Alarm]) -> Alarm? {
        look.first { $0.state == .alarm && !passedOver.contains($0.name) }
    }

    /// Alarms that were asked for and are not there.
    package static func missing(_ names: [String], from look: [Alarm]) -> [String] {
        names.filter { name in !look.contains { $0.name == name } }
    }
}
