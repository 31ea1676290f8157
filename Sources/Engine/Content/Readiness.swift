import AWSServices

/// What a look at `$LATEST` says about whether it can be updated.
///
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html
package enum Readiness: Sendable, Equatable {
    /// Nothing is going on.
    case settled
    /// Nothing is going on, and the last update did not succeed: the old code still serves.
    case lastUpdateFailed
    /// The function's image cannot be had any more: new code may be the cure.
    case imageFailed
    /// An update or the creation is going on, or the state is one we do not know: never taken for success.
    case notYet
    /// Nothing can be deployed to it: the creation failed, most likely.
    case failed

    /// The table of `State`, `LastUpdateStatus` and `StateReasonCode`.
    package init(ofLatest configuration: FunctionConfiguration) {
        switch (configuration.state, configuration.lastUpdateStatus) {
        case (.failed, .inProgress): self = .notYet
        case (.failed, _): self = configuration.lacksItsImage ? .imageFailed : .failed
        case (let state?, .successful) where state.isAtRest: self = .settled
        case (let state?, .failed) where state.isAtRest: self = .lastUpdateFailed
        default: self = .notYet
        }
    }

    /// Only an update that succeeds ends it.
    package var wantsACure: Bool { self == .lastUpdateFailed || self == .imageFailed }
}

extension FunctionState {
    /// A function on managed instances rests so that only its published versions can be invoked.
    fileprivate var isAtRest: Bool { [.active, .inactive, .activeNonInvocable].contains(self) }
}

extension FunctionConfiguration {
    /// A function that was idle for long fetches its image again when it wakes up.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#images-lifecycle
    fileprivate var lacksItsImage: Bool {
        ["ImageDeleted", "ImageAccessDenied", "InvalidImage"].contains(stateReasonCode)
    }

    /// Whether it has never been Active: that the creation succeeded shows in the status ever after.
    package var isFailedCreation: Bool { state == .failed && lastUpdateStatus != .successful }
}

/// What a look at a published version says about whether it can take traffic. A version has no last update: with
/// SnapStart it shows none at all until it is ready.
package enum VersionReadiness: Sendable, Equatable {
    case ready
    /// Idle for so long that Lambda has taken its resources back: the next call wakes it, and is refused.
    case asleep
    case notYet
    case failed

    package init(of configuration: FunctionConfiguration) {
        switch configuration.state {
        case .active: self = .ready
        case .inactive: self = .asleep
        case .failed: self = .failed
        default: self = .notYet
        }
    }
}
