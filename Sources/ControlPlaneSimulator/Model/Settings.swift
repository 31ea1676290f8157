extension ControlPlane {
    /// What differs from account to account, from day to day, or is not known of AWS and must be tried both ways.
    package struct Settings: Sendable {
        package var region: String
        package var account: String
        /// The server's time of day at virtual time zero, in seconds since 1970.
        package var epoch: Double
        package var creation: Course
        package var codeUpdate: Course
        package var configurationUpdate: Course
        /// Of a version that is prepared for SnapStart.
        package var snapStart: Course
        /// Of a version on managed instances, until enough of them run.
        package var instances: Course
        /// Whether ListVersionsByFunction shows `$LATEST.PUBLISHED` before the numbers, or after them: not established.
        package var listsLatestPublishedFirst: Bool
        /// From the first invocation of an `Inactive` function until it is `Active` again.
        package var awakening: Course
        /// From the first share that CodeDeploy lets out until all has gone over, or back.
        package var codeDeploy: Course
        /// From the moment an alias with provisioned concurrency is moved until its new instances are warm.
        package var warmUp: Course
        /// Whether the answer to the move shows the weight that AWS sets meanwhile: not established.
        package var showsWarmUpInAnswer: Bool
        /// For how long the status from before a move is still told, and how long after READY the weight goes: neither is
        /// established.
        package var warmUpStatusLag: Duration = .zero
        package var warmUpWeightLag: Duration = .zero
        /// For how long aliases do not find a version that was just published: not established.
        package var versionLag: Duration = .zero
        /// Which check speaks first when a write has a stale RevisionId *and* an update is in progress: not established.
        package var checksFirst: Check
        /// Whether a function whose image is gone takes new code: not established.
        package var curesLostImages: Bool
        /// Runtimes that no function may be given or keep when its code is updated.
        package var blockedRuntimes: Set<String>
        /// What code and layers may unpack to, together.
        package var unpackedAtMost: Int
        /// What a layer unpacks to, by its ARN; one that is not here takes a kilobyte.
        package var layerSizes: [String: Int]
        /// Layer versions that no function can get.
        package var missingLayers: [String: MissingLayer] = [:]
        /// A new role cannot be assumed at once (IAM is eventually consistent).
        package var roleAssumableFrom: Duration
        /// Members of a configuration that Lambda does not know here: it lets them pass, and nothing comes of them.
        package var unknownMembers: Set<String>
        /// Operations that the caller has no permission for.
        package var denied: Set<Operation>
        /// The same for versions and aliases alone: a policy for the function's ARN does not reach them.
        package var deniedOfVersions: Set<Operation> = []
        package var quotas: Quotas?
        /// A member that AWS has added to its answers, and that nobody can set.
        package var ownMember: OwnMember?
        /// How GetFunction answers who may not list tags: without them, or with TagsError. Both have been seen.
        package var isTagsErrorTold: Bool = false
        /// The bytes of code that all versions of all functions may take together; `nil`: as many as come.
        package var codeStorage: Int? = nil
        /// What the caller may not do with the keys of KMS's that buckets are encrypted with.
        package var deniedOfKMS: Set<KMSAction> = []
        /// Whether a part that is under way when an upload is aborted stays: it depends, so it must be tried both ways.
        package var abortsLeaveAPart: Bool = false
        /// What the links of GetFunction lead to.
        package var codeLinks: CodeLinks = .good
        /// In bytes; but for an upload's last.
        package var smallestPart: Int = 5 << 20
        /// When the keys come to their end; `nil`: they last.
        package var keysExpire: Duration? = nil
        /// Whether AWS answers 500 to every alias with weights, as it has been seen to.
        package var failsAtWeights: Bool = false
        /// Whether a dry run is refused while an update is in progress: not established.
        package var refusesDryRunsMeanwhile: Bool = true
        /// The limit that every invocation meets, by AWS's name for it.
        package var reachedLimit: String? = nil
        /// How far X-Amz-Date may be off; `nil` looks at no signature.
        package var signatureTolerance: Duration?

        /// An ordinary day: two seconds an update, nothing denied, no quotas, signatures not looked at.
        package static let ordinary = Settings(
            region: "eu-west-1", account: "123456789012", epoch: 1_760_000_000,
            creation: .succeeds(after: .seconds(2)), codeUpdate: .succeeds(after: .seconds(2)),
            configurationUpdate: .succeeds(after: .seconds(2)), snapStart: .succeeds(after: .seconds(60)),
            instances: .succeeds(after: .seconds(60)), listsLatestPublishedFirst: false,
            awakening: .succeeds(after: .seconds(2)), codeDeploy: .succeeds(after: .seconds(2)),
            warmUp: .succeeds(after: .seconds(20)), showsWarmUpInAnswer: false,
            checksFirst: .updateInProgress, curesLostImages: true, blockedRuntimes: [], unpackedAtMost: 262_144_000,
            layerSizes: [:], roleAssumableFrom: .zero, unknownMembers: [],
            denied: [], quotas: nil, ownMember: nil, signatureTolerance: nil)
    }

    package enum Check: Sendable, CaseIterable {
        case updateInProgress, revisionId
    }

    package enum CodeLinks: Sendable, CaseIterable {
        case good
        /// The first that is followed has expired.
        case firstExpired
        case allExpired
        /// Other bytes than the function's.
        case spoilt
        /// There are none, as on some other control planes.
        case none
    }

    package enum MissingLayer: Sendable, CaseIterable {
        /// Another account's: not shared, or not there, which AWS does not tell apart.
        case notShared
        /// Of one's own account. Whether AWS then says 404, or what it says of another account's, is not established.
        case notThere
    }

    package enum KMSAction: Sendable, CaseIterable {
        case decrypt, generateDataKey
    }

    /// Calls a second: GetFunction has its own pot, all others of Lambda's control plane share the other.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html#api-requests
    package struct Quotas: Sendable {
        package var getFunction: Int
        package var everythingElse: Int

        package init(getFunction: Int, everythingElse: Int) {
            self.getFunction = getFunction
            self.everythingElse = everythingElse
        }
    }

    /// How something that takes time goes on.
    package struct Course: Sendable, Equatable {
        /// `nil`: it never ends.
        package var takes: Duration?
        package var failure: Failure?

        package static func succeeds(after time: Duration) -> Course {
            Course(takes: time, failure: nil)
        }

        package static func fails(after time: Duration, code: String, reason: String) -> Course {
            Course(takes: time, failure: Failure(code: code, reason: reason))
        }

        package static let neverEnds = Course(takes: nil, failure: nil)
    }

    package struct Failure: Sendable, Equatable {
        package var code: String
        package var reason: String

        package init(code: String, reason: String) {
            self.code = code
            self.reason = reason
        }
    }
}
