/// The end of the time that something may take, several calls perhaps.
package struct Deadline: Sendable {
    private let clock: any Clock
    private let end: Duration

    package init(after budget: Duration, by clock: any Clock) {
        self.clock = clock
        end = clock.elapsed() + budget
    }

    /// Never negative.
    package var left: Duration { max(.zero, end - clock.elapsed()) }
}
