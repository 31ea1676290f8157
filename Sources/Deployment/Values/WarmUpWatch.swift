import AWSServices

/// Weight and status of an alias that warms up are told by two calls, and nobody knows how far each lags behind the other.
/// For so long they may contradict each other.
private let lagAtMost = Duration.seconds(10)

/// All that was told of an alias's warming up since it was moved.
package struct WarmUpWatch: Sendable {
    private let began: Duration
    private let lag: Duration
    private var firstStatus: ProvisionedConcurrency?
    private var hasStatusChanged = false
    private var unexplainedSince: Duration?
    /// How often in a row the routing was somebody else's.
    private var strangeLooks = 0

    /// - Parameters:
    ///   - began: when the alias had been moved.
    ///   - limit: how long is waited in all: what is told in the end is believed.
    package init(began: Duration, limit: Duration) {
        self.began = began
        lag = min(lagAtMost, limit)
    }

    /// What a look says, knowing those before it.
    package mutating func judge(_ look: WarmUp, _ provisioning: Provisioning, at now: Duration) -> WarmUp {
        note(provisioning)
        if look != .unexplained { unexplainedSince = nil }
        strangeLooks = look == .somebodyElses ? strangeLooks + 1 : 0
        switch look {
        case .notYet: return .notYet
        case .warm, .failed: return isCurrent(provisioning, at: now) ? look : .notYet
        case .unexplained:
            let since = unexplainedSince ?? now
            unexplainedSince = since
            return now - since >= lag ? .somebodyElses : .notYet
        // No two looks are taken at the same moment, and one of them may lag behind.
        case .somebodyElses: return strangeLooks < 2 ? .notYet : .somebodyElses
        }
    }

    private mutating func note(_ provisioning: Provisioning) {
        guard case .told(let status?) = provisioning else { return }
        if let firstStatus, firstStatus != status { hasStatusChanged = true }
        firstStatus = firstStatus ?? status
    }

    /// What is told at first may be from before the move, until something else is told.
    private func isCurrent(_ provisioning: Provisioning, at now: Duration) -> Bool {
        guard case .told(.some) = provisioning else { return true }
        return hasStatusChanged || now - began >= lag
    }
}
