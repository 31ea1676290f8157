import AWSCore
import AWSServices
import Deployment

extension UploadFact {
    var sentences: [Sentence] {
        switch self {
        case .previewed(let address, _, isThere: true): [.said("The package is in S3 already: \(address)")]
        case .previewed(let address, let bytes, isThere: false):
            [.said("To upload: \(bytes: bytes) to \(address)")]
        case .found(let address): [.said("The package is in S3 already, so nothing is uploaded: \(address)")]
        case .began(let address, let bytes, let replaces):
            [
                .said(
                    "Uploading \(bytes: bytes) to \(address)\(replaces ? ", replacing what is there" : "")")
            ]
        case .progressed(let sent, let all): [.said("Uploaded \(bytes: sent) of \(bytes: all)")]
        case .done(_, let version, let took):
            [.said("Uploaded in \(took)\(version.map { ", as version \(supplied: $0)" } ?? "")")]
        case .overtaken: [.said("Someone else has put an object there: looking again")]
        case .leftUnfinished(let address, let id): [unfinished(address, id)]
        case .swapped(let address, let digest):
            [.said("Lambda found other code in S3 (\(ours: digest)): someone else has written \(address)")]
        case .hasToStay(let mode, let address):
            [
                .said(
                    "The function reads its code from S3 (S3ObjectStorageMode \(ours: mode)): \(address) must be kept as "
                        + "long as a version uses it")
            ]
        }
    }
}

private func unfinished(_ address: S3Address, _ id: String) -> Sentence {
    .warning(
        title: "an unfinished upload is left in S3",
        "S3 did not accept the end of it. Its parts cost storage until a lifecycle rule removes them (see docs/packages.md), or this "
            + "command: aws s3api abort-multipart-upload --bucket \(supplied: address.bucket) --key \(supplied: address.key) "
            + "--upload-id \(supplied: id)")
}

extension Wording.StringInterpolation {
    fileprivate mutating func appendInterpolation(_ address: S3Address) {
        appendInterpolation(supplied: "s3://\(address.bucket)/\(address.key)")
    }
}
