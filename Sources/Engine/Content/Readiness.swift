import AWSServices

/// What a look at `$LATEST` says about whether it can be updated.
///
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html
package enum Readiness: Sendable, Equatable {
    /// Nothing is going on.
    case settled
    /// Nothing is going on, and the last update did not succeed: the old code still serves.
    case lastUpdateFailed
    /// An update or the creation is going on, or the state is one we do not know: never taken for success.
    case notYet
    /// The creation failed: the function can only be deleted.
    case creationFailed

    package init(ofLatest configuration: FunctionConfiguration) {
        switch (configuration.state, configuration.lastUpdateStatus) {
        case (.failed, _): self = .creationFailed
        case (.active, .successful), (.inactive, .successful): self = .settled
        case (.active, .failed), (.inactive, .failed): self = .lastUpdateFailed
        default: self = .notYet
        }
    }
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
