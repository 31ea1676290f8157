import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// Before anything is written: the alarms are there, can be read, and none has come on since the run began.
    func requireCalmAlarms() async throws(Interruption) {
        guard let planned = plan.publication?.traffic.alarms else { return }
        let isFirst = journal.alarmLooks.isEmpty
        let look = try await lookAtAlarms(planned, within: Budget.read)
        let missing = AlarmJudgement.missing(planned.names, from: look)
        guard missing.isEmpty else { throw .ended(.traffic(.alarmsMissing(missing))) }
        let on = look.filter { $0.state == .alarm }
        guard isFirst, !on.isEmpty else { return try requireNoNewAlarm(in: look, at: nil) }
        guard planned.alreadyOn == .warn else { throw .ended(.traffic(.alarmsAlreadyOn(on))) }
        journal.record(.traffic(.alarmsAlreadyOn(on)))
    }

    /// One look, written into the journal if it shows something new.
    func lookAtAlarms(_ planned: PlannedAlarms, within budget: Duration) async throws(Interruption) -> [Alarm] {
        let look = try await engine.call { () throws(AWSFailure) in
            try await cloudWatch.describeAlarms(planned.names, within: budget)
        }
        if look.map(\.glance) != journal.alarmLooks.last?.map(\.glance) { journal.record(.traffic(.alarmsSeen(look))) }
        return look
    }

    /// - Throws: the first alarm that has come on.
    func requireNoNewAlarm(in look: [Alarm], at share: TrafficShare?) throws(Interruption) {
        guard let alarm = AlarmJudgement(looks: journal.alarmLooks).newAlarm(in: look) else { return }
        throw .ended(.traffic(.alarm(alarm, at: share)))
    }
}

extension Alarm {
    /// The reason is put in other words with each data point.
    fileprivate var glance: String { "\(name) \(state)" }
}
