import AWSCore
import AWSServices

/// Credentials, and how long they are good.
struct TimedCredentials: Sendable, Equatable {
    let credentials: Credentials
    /// By the clock's own count; `nil`: they do not end, or nobody says when.
    let endsAt: Duration?
}

extension IdentityWire {
    /// What nobody else knows is hidden from the whole job before it is used.
    func timed(_ role: AssumedRole) -> TimedCredentials {
        // By AWS's own clock, where it tells: ours may be wrong.
        let left = role.endsIn ?? role.endsAt - clock.secondsSince1970()
        return timed(role.credentials, left: .seconds(left))
    }

    func timed(_ credentials: Credentials, left: Duration?) -> TimedCredentials {
        hide([credentials.secretAccessKey] + [credentials.sessionToken].compactMap(\.self))
        return TimedCredentials(credentials: credentials, endsAt: left.map { clock.elapsed() + $0 })
    }
}
