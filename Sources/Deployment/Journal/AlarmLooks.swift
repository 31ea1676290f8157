import AWSServices

extension Journal {
    /// All looks at the alarms that showed something new, in order.
    var alarmLooks: [[Alarm]] {
        entries.compactMap { if case .traffic(.alarmsSeen(let look)) = $0.fact { look } else { nil } }
    }
}
