extension Circumstance {
    /// Whether a run under it may fail without any fault.
    package var mayFail: Bool {
        switch self {
        case .alarmOnFail, .onConflictFail, .noRetries, .attempt, .codeFails, .configurationFails, .snapStartFails,
            .codeDeployFails,
            .updateNeverEnds,
            .testFails,
            .testUnexpected, .versionFails, .creationFailed, .deactivated, .imageBeyondCure, .warmUpFails,
            .warmUpNeverEnds, .asleepUncalled, .asleepForGood, .bucketElsewhere, .bucketMissing,
            .bucketOfOthers, .keysExpire:
            true
        default: false
        }
    }

    /// Nothing comes of it where no package goes to S3.
    var isOfUploads: Bool {
        switch self {
        case .objectThere, .otherObjectThere, .checksumHidden, .objectsUnlisted, .versionedBucket, .abortsLeaveAPart,
            .referencedUpload, .bucketElsewhere, .bucketMissing, .bucketOfOthers:
            true
        default: false
        }
    }
}
