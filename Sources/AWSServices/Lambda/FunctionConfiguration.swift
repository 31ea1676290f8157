import AWSCore

/// A function's or a version's configuration as AWS shows it.
///
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html. Everything is optional because
/// everything has been seen missing: a state is left out while a SnapStart version is prepared, other control planes
/// have no revisions.
package struct FunctionConfiguration: Sendable, Equatable {
    /// The whole answer; nulls are dropped where answers are read.
    package let members: [String: JSONValue]

    package init(members: [String: JSONValue]) {
        self.members = members
    }

    package var functionArn: String? { members["FunctionArn"]?.string }
    package var version: String? { members["Version"]?.string }
    package var codeSha256: String? { members["CodeSha256"]?.string }
    /// In bytes, of a zip.
    package var codeSize: Int? { members["CodeSize"]?.integer }
    package var revisionId: String? { members["RevisionId"]?.string }
    package var packageType: String? { members["PackageType"]?.string }
    package var description: String? { members["Description"]?.string }
    /// ISO 8601 with the offset as `+0000`; to the second for updates.
    package var lastModified: String? { members["LastModified"]?.string }
    package var state: FunctionState? { members["State"]?.string.map(FunctionState.init) }
    package var stateReason: String? { members["StateReason"]?.string }
    package var stateReasonCode: String? { members["StateReasonCode"]?.string }
    package var lastUpdateStatus: LastUpdateStatus? {
        members["LastUpdateStatus"]?.string.map(LastUpdateStatus.init)
    }
    package var lastUpdateStatusReason: String? { members["LastUpdateStatusReason"]?.string }
    package var lastUpdateStatusReasonCode: String? { members["LastUpdateStatusReasonCode"]?.string }
}

/// `State`: AWS adds to it over the years, so what is not known is kept and shown, and never counts as ready.
package enum FunctionState: Sendable, Equatable, CustomStringConvertible {
    case pending, active, inactive, failed
    /// Of `$LATEST` on managed instances.
    case activeNonInvocable
    case other(String)

    package init(_ text: String) {
        switch text {
        case "Pending": self = .pending
        case "Active": self = .active
        case "Inactive": self = .inactive
        case "Failed": self = .failed
        case "ActiveNonInvocable": self = .activeNonInvocable
        default: self = .other(text)
        }
    }

    package var description: String {
        switch self {
        case .pending: "Pending"
        case .active: "Active"
        case .inactive: "Inactive"
        case .failed: "Failed"
        case .activeNonInvocable: "ActiveNonInvocable"
        case .other(let text): text
        }
    }
}

/// `LastUpdateStatus`, open to values not known yet like ``FunctionState``.
package enum LastUpdateStatus: Sendable, Equatable, CustomStringConvertible {
    case successful, failed, inProgress
    case other(String)

    package init(_ text: String) {
        switch text {
        case "Successful": self = .successful
        case "Failed": self = .failed
        case "InProgress": self = .inProgress
        default: self = .other(text)
        }
    }

    package var description: String {
        switch self {
        case .successful: "Successful"
        case .failed: "Failed"
        case .inProgress: "InProgress"
        case .other(let text): text
        }
    }
}
