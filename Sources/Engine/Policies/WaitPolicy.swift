/// How long AWS is waited for.
package struct WaitPolicy: Sendable {
    package enum OnTimeout: String, Sendable, CaseIterable {
        case fail
        /// Send the next write all the same: AWS itself refuses it if it is not ready.
        case attempt
    }

    /// The longest a single wait may take.
    package var timeout: Duration
    package var onTimeout: OnTimeout
    /// The longest the whole run may take, what it puts back included; `nil`: as long as it takes.
    package var deadline: Duration?

    package init(timeout: Duration, onTimeout: OnTimeout, deadline: Duration?) {
        self.timeout = timeout
        self.onTimeout = onTimeout
        self.deadline = deadline
    }
}
