import AWSCore
import ControlPlaneSimulator

extension Bench {
    /// Nothing where no package goes to S3.
    mutating func meetInS3(_ circumstance: Circumstance) {
        guard inputs["zip-file"] != nil, let name = inputs["s3-bucket"], let bucket = plane.buckets[name] else {
            return
        }
        switch circumstance {
        case .objectThere: plane.putObject(name, packageKey, read(Fixture.zip))
        case .otherObjectThere:
            inputs["s3-key"] = "demo.zip"
            plane.putObject(name, "demo.zip", Fixture.oldCode)
        case .checksumHidden:
            plane.addBucket(name) { $0.encryption = .kms(key: Fixture.key) }
            plane.settings.deniedOfKMS = [.decrypt]
            plane.putObject(name, packageKey, read(Fixture.zip))
        case .objectsUnlisted: plane.settings.denied.insert(.headBucket)
        case .versionedBucket: plane.addBucket(name) { $0.isVersioned = true }
        case .abortsLeaveAPart: plane.settings.abortsLeaveAPart = true
        case .referencedUpload:
            plane.setStorage(
                of: "demo", kmsKeyArn: Fixture.key, reference: .init(bucket: name, key: "old.zip", version: nil))
        case .bucketElsewhere: plane.addBucket(name) { $0.region = "us-east-2" }
        case .bucketMissing: inputs["s3-bucket"] = "pakcages"
        case .bucketOfOthers:
            inputs["bucket-owner"] = bucket.owner
            plane.addBucket(name) { $0.owner = "999999999999" }
        default: break
        }
    }

    /// The package lies in S3 before anybody deploys, unless it is brought there.
    mutating func moveToS3() {
        guard inputs["zip-file"] != nil, inputs["s3-bucket"] == nil else { return }
        inputs["zip-file"] = nil
        inputs["s3-bucket"] = "packages"
        inputs["s3-key"] = "demo.zip"
        plane.putObject("packages", "demo.zip", read(Fixture.zip))
    }

    /// Of the first client's package.
    private var packageKey: String {
        "lockstep/demo/\(SHA256Digest.of(read(Fixture.zip)).hex).zip"
    }
}
