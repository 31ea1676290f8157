import AWSCore

/// What came of a write that makes an object appear: of PutObject, or of CompleteMultipartUpload.
enum UploadEnding: Equatable {
    case done(S3Object)
    case alreadyThere(S3Object?)
    /// It did not happen, and may be tried again.
    case again(AWSFailure)
    /// It did not happen, and what it was about is gone: everything from the beginning.
    case anew(AWSFailure)
    case failed(AWSFailure)
}

/// What the key shows after such a write.
enum UploadTarget: Equatable {
    case ours(S3Object)
    /// It holds other bytes, or nobody may know which.
    case other(S3Object)
    case nothing
    /// It could not be looked at.
    case unseen
}

extension AWSFailure {
    /// Whether a look tells more: nobody knows what happened, or somebody else is at the same key.
    var asksForALook: Bool {
        switch self {
        case .outcomeUnknown: true
        case .refused(let refusal): refusal.isOfNoUpload || refusal.isAboutTheKey
        case .unreachable, .cancelled: false
        }
    }

    /// What the write came to.
    /// - Parameter target: what the key shows now.
    func ending(_ target: UploadTarget) -> UploadEnding {
        guard asksForALook else { return .failed(self) }
        switch (self, target) {
        case (_, .ours(let object)): return .done(object)
        case (.refused(let refusal), .other(let object)) where refusal.status == 412: return .alreadyThere(object)
        case (.refused(let refusal), .unseen) where refusal.status == 412: return .alreadyThere(nil)
        case (.refused, _): return .anew(self)
        default: return .again(self)
        }
    }
}

extension Refusal {
    /// Something is there (412), or somebody else is writing it right now (409).
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
    fileprivate var isAboutTheKey: Bool { status == 412 || code == "ConditionalRequestConflict" }
}
