/// What else a world may be like, by itself or on purpose.
package enum Circumstance: String, CaseIterable, Sendable {
    /// Updates take twelve seconds.
    case slow
    /// AWS looks at the RevisionId first, and then whether an update is in progress. Which it does is not known.
    case revisionFirst = "revision-first"
    /// An update is in progress when the run begins.
    case busy
    case idle
    /// The last update failed.
    case broken
    /// The alias is half-way between two versions.
    case shifted
    /// An alarm is on when the run begins.
    case alarmOn = "alarm-on"
    /// The same, and the run is to stop then.
    case alarmOnFail = "alarm-on-fail"
    /// A new role that cannot be assumed at once.
    case newRole = "new-role"
    /// A newer run of the same workflow has released what the alias serves.
    case superseded
    /// Few calls a second are admitted.
    case quota
    /// The package lies in S3.
    case inS3 = "in-s3"
    /// The package lies in S3, and nobody may ask for its digest.
    case inS3Unread = "in-s3-unread"
    /// GetFunction is denied, GetFunctionConfiguration is not.
    case withoutGetFunction = "without-get-function"
    case onConflictFail = "on-conflict-fail"
    /// A run may not start over at all.
    case noRetries = "no-retries"
    /// Waits are given up after three seconds, and the next write is attempted.
    case attempt
    /// The package lies in S3, where Lambda reads it each time, and is encrypted under a key of the user's.
    case referenced
    /// Somebody is creating the function when the run begins.
    case pending
    /// AWS has added members that only versions show.
    case ownMemberOfVersions = "own-member-of-versions"
    /// AWS has added members that move with each update.
    case ownMemberOfUpdates = "own-member-of-updates"
    // From here on nothing can make the deployment succeed.
    case codeFails = "code-fails"
    case configurationFails = "configuration-fails"
    case snapStartFails = "snap-start-fails"
    case codeDeployFails = "code-deploy-fails"
    case updateNeverEnds = "update-never-ends"
    /// The function fails, and its log is full of commands and secrets.
    case testFails = "test-fails"
    case testUnexpected = "test-unexpected"
    /// What works as `$LATEST` fails as a version.
    case versionFails = "version-fails"
    /// The function's creation had failed.
    case creationFailed = "creation-failed"
    /// A state in which nothing can be deployed, and which does not pass.
    case deactivated
    /// A function whose image is gone takes no new code.
    case imageBeyondCure = "image-beyond-cure"
    case warmUpFails = "warm-up-fails"
    case warmUpNeverEnds = "warm-up-never-ends"
    // From here on it may succeed again.
    /// Variables hold what outputs and sentences are made of.
    case tellingVariables = "telling-variables"
    /// CloudFront has copies of the oldest version, and AWS fails at another.
    case replicated
    /// Some versions are called by their numbers.
    case usedVersions = "used-versions"
    /// Tags may be written, but not listed.
    case tagsUnseen = "tags-unseen"
    /// The same, and GetFunction says so.
    case tagsError = "tags-error"
    /// The policy of the official action's README has no ListVersionsByFunction.
    case versionsUnseen = "versions-unseen"
    /// The answer to a move shows the weight that AWS sets while it warms up. Whether it does is not known.
    case warmUpInAnswer = "warm-up-in-answer"
    /// Nobody may ask how far AWS is.
    case warmUpUntold = "warm-up-untold"
    /// All versions sleep.
    case asleep
    /// The same, and nothing may be called.
    case asleepUncalled = "asleep-uncalled"
    /// The same as the first, and none wakes up.
    case asleepForGood = "asleep-for-good"
    /// AWS has added members that move with each status, also a version's, and when `$LATEST` is published.
    case ownMemberOfStatuses = "own-member-of-statuses"
    /// AWS has added members that are always the same.
    case ownMember = "own-member"
    /// GetFunction is denied of versions, for the policy names the function alone.
    case withoutGetFunctionOfVersions = "without-get-function-of-versions"
    /// The status of a warm-up lags behind the move, and the weight goes after READY was told.
    case warmUpLags = "warm-up-lags"
    /// The instances of the version before could not be had, which is told for a moment after the move.
    case warmUpHadFailed = "warm-up-had-failed"
    /// An alias cannot be moved at once to a version that was just published.
    case versionsLag = "versions-lag"
    // Only who uploads can meet these.
    /// The package is in the bucket already.
    case objectThere = "object-there"
    /// A key is given, and something else is there.
    case otherObjectThere = "other-object-there"
    /// S3 does not show what the package in the bucket is: nobody here may use the bucket's key.
    case checksumHidden = "checksum-hidden"
    /// S3 does not tell whether anything is there.
    case objectsUnlisted = "objects-unlisted"
    case versionedBucket = "versioned-bucket"
    /// A part is under way while the upload is aborted.
    case abortsLeaveAPart = "aborts-leave-a-part"
    /// The function reads its code from S3.
    case referencedUpload = "referenced-upload"
    case bucketElsewhere = "bucket-elsewhere"
    case bucketMissing = "bucket-missing"
    case bucketOfOthers = "bucket-of-others"
    // Whatever is deployed.
    /// The runner shows debug messages.
    case debugged
    /// `$LATEST` goes back after a failure, even behind an alias.
    case restored = "on-failure-restore"
    /// The first link to the code that stands has expired.
    case linkExpired = "link-expired"
    /// The same of all of them: the code cannot be kept.
    case linksExpired = "links-expired"
    /// They lead to other bytes.
    case linksSpoilt = "links-spoilt"
    /// There are none.
    case withoutLinks = "without-links"
    /// The function's code is read from an object in S3 that has versions.
    case referencedByVersion = "referenced-by-version"
    /// The keys end while traffic goes over, where it goes over in steps.
    case keysExpire = "keys-expire"
}
