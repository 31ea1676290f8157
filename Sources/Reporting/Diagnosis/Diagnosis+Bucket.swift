import AWSCore
import Deployment

// A bucket that the package cannot go to. Nothing has been written by then.
extension Diagnosis {
    init(of fault: BucketFault) {
        switch fault {
        case .missing(let bucket, let region):
            self.init(
                title: "the bucket does not exist",
                happened: "The bucket \(supplied: bucket) does not exist, and Lockstep creates none.",
                advice: "Check s3-bucket, or create it: \(supplied: creation(of: bucket, region)).")
        case .elsewhere(let bucket, let found, let region):
            self.init(
                title: "the bucket is in another Region",
                happened: "\(supplied: bucket) is in \(ours: found ?? "another Region"), and the function in "
                    + "\(ours: region): Lambda only accepts code from a bucket in its own Region.",
                advice: "Set s3-bucket to one in \(ours: region)"
                    + (found.map { ", or deploy to the bucket's Region with aws-region: \(ours: $0)." }
                        ?? ", or aws-region to the bucket's Region."))
        case .notOfOwner(let bucket, let owner, let refusal):
            self.init(
                title: "the bucket may be someone else's",
                happened: "\(ours: refusal.operation) was refused with \(refusal.status) \(ours: refusal.code): "
                    + "\(supplied: bucket) does not belong to \(ours: owner), or these credentials have no access to it.",
                advice:
                    "Check s3-bucket and bucket-owner; if both are right, grant the S3 permissions that mode permissions prints."
            )
        }
    }
}

/// us-east-1 must not be named.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucketConfiguration.html
private func creation(of bucket: String, _ region: String) -> String {
    let place = region == "us-east-1" ? "" : " --create-bucket-configuration LocationConstraint=\(region)"
    return "aws s3api create-bucket --bucket \(bucket) --region \(region)\(place)"
}
