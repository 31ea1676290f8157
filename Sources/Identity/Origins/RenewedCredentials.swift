import AWSCore
import Synchronization

/// Credentials that are fetched anew before they end, so that no watch is too long for them.
final class RenewedCredentials: CredentialsSource {
    private struct State {
        var current: TimedCredentials
        /// So long before the end nothing new is begun by them.
        var reserve: Duration
        var isRenewing = false
        /// Not tried again before.
        var notBefore = Duration.zero
        /// Why the last renewal failed.
        var fault: String?
        /// Somebody was told to stop; what they do now is putting back.
        var isGivenUp = false
    }

    private let origin: any CredentialsOrigin
    private let wire: IdentityWire
    private let state: Mutex<State>

    /// So long before the end they are fetched anew, as AWS's SDKs do.
    static let margin = Duration.seconds(300)
    /// Until then what failed is not tried again, as long as the old ones serve.
    private static let pause = Duration.seconds(30)
    private static let longestRenewal = Duration.seconds(10)
    private static let look = Duration.milliseconds(100)

    init(_ origin: any CredentialsOrigin, first: TimedCredentials, wire: IdentityWire) {
        self.origin = origin
        self.wire = wire
        state = Mutex(State(current: first, reserve: Self.reserve(of: first, at: wire.clock.elapsed())))
    }

    /// Time for putting back what is half done: a minute, or a tenth of the time of keys that last but minutes.
    private static func reserve(of credentials: TimedCredentials, at now: Duration) -> Duration {
        credentials.endsAt.map { min(.seconds(60), max(.zero, $0 - now) / 10) } ?? .zero
    }

    func credentials(
        insteadOf refused: Credentials?, within budget: Duration
    ) async throws(CredentialsLost) -> Credentials {
        let deadline = Deadline(after: min(budget, Self.longestRenewal), by: wire.clock)
        repeat {
            let (step, current, fault) = begin(insteadOf: refused)
            switch step {
            case .use: return current.credentials
            case .giveUp: throw .failed(reason: "the time that they still serve is for putting back. \(fault ?? "")")
            case .renew(let isUsable): return try await renew(current, isUsable: isUsable, within: deadline.left)
            case .wait: try await sleep()
            }
        } while deadline.left > .zero
        throw .failed(reason: "they were not renewed in time")
    }

    /// Whoever is told to renew is the only one.
    private func begin(insteadOf refused: Credentials?) -> (RenewalStep, TimedCredentials, fault: String?) {
        let now = wire.clock.elapsed()
        return state.withLock { state in
            let left = state.current.endsAt.map { $0 - now }
            let step = RenewalStep(
                left: left, isRefused: state.current.credentials == refused, isRenewing: state.isRenewing,
                isTooSoon: now < state.notBefore || state.isGivenUp,
                isLast: state.fault != nil && !state.isGivenUp && left.map { $0 <= state.reserve } ?? false)
            if case .renew = step { state.isRenewing = true }
            if step == .giveUp { state.isGivenUp = true }
            return (step, state.current, state.fault)
        }
    }

    private func renew(
        _ old: TimedCredentials, isUsable: Bool, within budget: Duration
    ) async throws(CredentialsLost) -> Credentials {
        do throws(IdentityFailure) {
            let new = try await origin.fetch(within: budget)
            if let end = new.endsAt, end <= wire.clock.elapsed() {
                throw .notToBeHad(step: "", reason: "the new ones have ended already")
            }
            let now = wire.clock.elapsed()
            state.withLock {
                $0 = State(current: new, reserve: Self.reserve(of: new, at: now), notBefore: now + Self.pause)
            }
            wire.tell(.renewed)
            return new.credentials
        } catch {
            fail(because: error == .cancelled ? nil : error.brief)
            if error != .cancelled { wire.tell(.renewalFailed(reason: error.brief)) }
            if isUsable { return old.credentials }
            throw error == .cancelled ? .cancelled : .failed(reason: error.brief)
        }
    }

    /// The old ones stay.
    /// - Parameter reason: `nil`: nobody wants new ones any more.
    private func fail(because reason: String?) {
        let notBefore = wire.clock.elapsed() + Self.pause
        state.withLock { state in
            state.isRenewing = false
            state.notBefore = notBefore
            state.fault = reason ?? state.fault
        }
    }

    private func sleep() async throws(CredentialsLost) {
        do throws(CancellationError) { try await wire.clock.sleep(for: Self.look) } catch { throw .cancelled }
    }
}

/// What is to be done about credentials that may be about to end.
enum RenewalStep: Equatable {
    case use
    /// - Parameter isUsable: the old ones still serve, should there be no new ones.
    case renew(isUsable: Bool)
    /// Somebody else is about to have new ones.
    case wait
    /// The old ones serve just long enough to put back what is half done: whoever asks first is to stop, once.
    case giveUp

    /// - Parameters:
    ///   - left: `nil`: they do not end.
    ///   - isLast: a renewal has failed, and the old ones are about to end.
    init(left: Duration?, isRefused: Bool, isRenewing: Bool, isTooSoon: Bool, isLast: Bool) {
        let isUsable = !isRefused && left.map { $0 > .zero } ?? true
        let isFresh = !isRefused && left.map { $0 > RenewedCredentials.margin } ?? true
        if isUsable, isLast {
            self = .giveUp
        } else if isFresh || isUsable && (isRenewing || isTooSoon) {
            self = .use
        } else if isRenewing {
            self = .wait
        } else {
            self = .renew(isUsable: isUsable)
        }
    }
}

extension IdentityFailure {
    /// In a line, where it is part of another message.
    fileprivate var brief: String {
        switch self {
        case .cancelled: "the run was cancelled"
        case .tokenNotIssued(let failure), .roleNotAssumed(let failure, _), .callerUnknown(let failure): failure.brief
        case .tokenUnfit(let reason), .notToBeHad(_, let reason): reason
        case .nothingFound: "there are no credentials any more"
        case .accountNotAllowed(let caller, _): "they are for account \(caller.account)"
        }
    }
}

extension AWSFailure {
    fileprivate var brief: String {
        switch self {
        case .refused(let refusal):
            "\(refusal.operation) was refused with \(refusal.code.isEmpty ? "HTTP \(refusal.status)" : refusal.code): \(refusal.message)"
        case .outcomeUnknown(let operation, let reason), .unreachable(let operation, let reason):
            "\(operation): \(reason)"
        case .cancelled: "the run was cancelled"
        }
    }
}
