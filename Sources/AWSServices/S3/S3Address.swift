/// Where an object is, or is to be.
package struct S3Address: Sendable, Equatable {
    package let bucket: String
    package let key: String
    /// The account that the bucket must belong to: S3 refuses every call otherwise. `nil`: whoever has it.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html
    package let owner: String?

    package init(bucket: String, key: String, owner: String?) {
        self.bucket = bucket
        self.key = key
        self.owner = owner
    }
}
