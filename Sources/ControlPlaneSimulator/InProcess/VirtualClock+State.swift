extension VirtualClock {
    struct Sleeper {
        var time: Duration
        /// Who sleeps until the same time wakes in this order.
        let order: Int
        let continuation: CheckedContinuation<Void, Never>
    }

    struct Appointment {
        let time: Duration
        let action: @Sendable () -> Void
    }

    enum Event {
        case appointment(@Sendable () -> Void)
        case wake(CheckedContinuation<Void, Never>)
    }

    struct State {
        private(set) var now = Duration.zero
        var participants = 1
        private var sleepers: [Sleeper] = []
        var appointments: [Appointment] = []
        /// While an appointment is kept nobody wakes, though it may cut sleeps short.
        var isKeepingAppointment = false
        /// Of waits that were cancelled before they began.
        var cuts: [Int: Duration] = [:]
        private var orders = 0
        private var random: UInt64

        init(random: UInt64) {
            self.random = random
        }

        mutating func nextOrder() -> Int {
            orders += 1
            return orders
        }

        /// Waits for so many participants in the place of one, and gives the first one's order.
        mutating func expect(_ count: Int) -> Int {
            participants += count - 1
            orders += count
            return orders - count + 1
        }

        mutating func add(_ sleeper: Sleeper) {
            var sleeper = sleeper
            if let cut = cuts[sleeper.order] { sleeper.time = min(sleeper.time, cut) }
            sleepers.append(sleeper)
        }

        mutating func cutShort(_ order: Int, to time: Duration) {
            if let index = sleepers.firstIndex(where: { $0.order == order }) {
                sleepers[index].time = min(sleepers[index].time, time)
            } else {
                cuts[order] = time
            }
        }

        mutating func next() -> Event? {
            guard !isKeepingAppointment, sleepers.count >= participants,
                let sleeper = sleepers.indices.min(by: { isBefore(sleepers[$0], sleepers[$1]) })
            else { return nil }
            if let due = appointments.indices.min(by: { appointments[$0].time < appointments[$1].time }),
                appointments[due].time <= sleepers[sleeper].time
            {
                now = max(now, appointments[due].time)
                isKeepingAppointment = true
                return .appointment(appointments.remove(at: due).action)
            }
            now = max(now, sleepers[sleeper].time)
            return .wake(sleepers.remove(at: sleeper).continuation)
        }

        private func isBefore(_ one: Sleeper, _ other: Sleeper) -> Bool {
            (one.time, one.order) < (other.time, other.order)
        }

        mutating func nextRandom() -> Double {
            random &+= 0x9E37_79B9_7F4A_7C15
            var mixed = random
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return Double((mixed ^ (mixed >> 31)) >> 11) / Double(1 << 53)
        }
    }
}
