import AWSCore
import AWSServices

/// Why a package cannot go into a bucket, or be taken from one. No bucket is ever made or changed.
package enum BucketFault: Sendable, Equatable {
    /// - Parameter region: where it would have to be.
    case missing(bucket: String, region: String)
    /// Lambda takes code only from its own Region.
    /// - Parameter found: where it is; `nil`: S3 does not say.
    case elsewhere(bucket: String, found: String?, region: String)
    /// It is another account's than `bucket-owner`, or nothing in it is allowed: S3 says the same of both.
    case notOfOwner(bucket: String, owner: String, Refusal)
}

extension BucketFault {
    /// `nil`: as far as S3 tells, nothing is wrong with it. Without s3:ListBucket it tells little.
    /// - Parameter region: the function's.
    init?(_ found: S3Bucket, _ address: S3Address, region: String) {
        switch found {
        case .here, .forbidden: return nil
        case .missing: self = .missing(bucket: address.bucket, region: region)
        case .elsewhere(let found): self = .elsewhere(bucket: address.bucket, found: found, region: region)
        }
    }

    /// `nil`: it is not about the bucket that S3 refuses.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
    init?(_ refusal: Refusal, _ address: S3Address, region: String) {
        switch refusal.code {
        case "NoSuchBucket": self = .missing(bucket: address.bucket, region: region)
        case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException":
            self = .elsewhere(bucket: address.bucket, found: nil, region: region)
        default:
            guard refusal.status == 403, let owner = address.owner else { return nil }
            self = .notOfOwner(bucket: address.bucket, owner: owner, refusal)
        }
    }
}
