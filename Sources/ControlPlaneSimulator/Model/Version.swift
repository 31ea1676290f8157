extension ControlPlane {
    /// `$LATEST` or a published version.
    package struct Version: Sendable {
        /// `$LATEST` or a number.
        package internal(set) var name: String
        package internal(set) var code: Code
        /// What can be configured, as a FunctionConfiguration shows it (`MemorySize`, `Environment`, ...).
        package internal(set) var members: [String: JSON]
        /// Who wrote each member last, the code under `Code`.
        package internal(set) var authors: [String: String]
        package internal(set) var revisionId: String
        package internal(set) var lastModified: String
        package internal(set) var state: Status
        /// `nil` while it is created, and while a SnapStart version is prepared.
        package internal(set) var lastUpdate: Status?
        /// What is under way.
        var progress: Progress?
        /// How often a member of AWS's own has moved.
        var ownMember = 0

        package var packageType: String { code.imageUri == nil ? "Zip" : "Image" }

        /// On managed instances.
        package var isManaged: Bool { (members["CapacityProviderConfig"] ?? .null) != .null }

        /// The state in which nothing is going on.
        var atRest: Status { isManaged && name == "$LATEST" ? .activeNonInvocable : .active }

        /// SnapStart takes its snapshot of published versions only.
        var isSnapStarted: Bool { members["SnapStart"]?["ApplyOn"]?.string == "PublishedVersions" }
    }

    /// `State` or `LastUpdateStatus` with its reason.
    package struct Status: Sendable, Hashable {
        package let value: String
        package let reason: String?
        package let reasonCode: String?

        /// Said of every creation, and of every update as well.
        /// Source: https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html
        static func creating(_ value: String) -> Status {
            Status(value: value, reason: "The function is being created.", reasonCode: "Creating")
        }

        static let active = Status(value: "Active", reason: nil, reasonCode: nil)
        /// Of `$LATEST` on managed instances, which run published versions only.
        /// Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances.html
        static let activeNonInvocable = Status(value: "ActiveNonInvocable", reason: nil, reasonCode: nil)
        static let inactive = Status(value: "Inactive", reason: "The function is idle.", reasonCode: "Idle")
        static let successful = Status(value: "Successful", reason: nil, reasonCode: nil)

        static func failed(_ failure: Failure) -> Status {
            Status(value: "Failed", reason: failure.reason, reasonCode: failure.code)
        }
    }

    struct Progress: Sendable {
        enum Kind: Sendable {
            case creation, update, preparation, awakening, warmUp
        }

        let kind: Kind
        /// `nil`: never.
        let ends: Duration?
        let failure: Failure?

        init(_ kind: Kind, _ course: Course, from now: Duration) {
            self.kind = kind
            ends = course.takes.map { now + $0 }
            failure = course.failure
        }
    }
}
