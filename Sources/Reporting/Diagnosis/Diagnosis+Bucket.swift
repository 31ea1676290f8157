import AWSCore
import Deployment

// A bucket that the package cannot go to. Nothing has been written by then.
extension Diagnosis {
    init(of fault: BucketFault) {
        switch fault {
        case .missing(let bucket, let region):
            self.init(
                title: "there is no such bucket", happened: "There is no bucket \(supplied: bucket), and none is made.",
                advice: "Check s3-bucket, or make it: \(supplied: creation(of: bucket, region)).")
        case .elsewhere(let bucket, let found, let region):
            self.init(
                title: "the bucket is in another Region",
                happened: "\(supplied: bucket) is in \(ours: found ?? "another Region"), and the function in "
                    + "\(ours: region): Lambda takes code from a bucket of its own Region only.",
                advice: "Give s3-bucket, one in \(ours: region)"
                    + (found.map { ", or deploy to the bucket's Region with aws-region: \(ours: $0)." }
                        ?? ", or the bucket's Region as aws-region."))
        case .notOfOwner(let bucket, let owner, let refusal):
            self.init(
                title: "the bucket may be somebody else's",
                happened: "\(ours: refusal.operation) was refused with \(refusal.status) \(ours: refusal.code): "
                    + "\(supplied: bucket) is not owned by \(ours: owner), or nothing in it is allowed.",
                advice:
                    "Check s3-bucket and bucket-owner; if both are right, allow what the README's policy names for S3.")
        }
    }
}

/// us-east-1 must not be named.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucketConfiguration.html
private func creation(of bucket: String, _ region: String) -> String {
    let place = region == "us-east-1" ? "" : " --create-bucket-configuration LocationConstraint=\(region)"
    return "aws s3api create-bucket --bucket \(bucket) --region \(region)\(place)"
}
