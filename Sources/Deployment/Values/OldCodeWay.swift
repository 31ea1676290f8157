import AWSCore
import AWSServices

/// A way to have the code that stands again, should it have to be put back.
package enum OldCodeWay: Equatable, Sendable {
    case image(uri: String)
    case object(CodeObject)
    /// In a bucket without versions: it serves if it is known to hold the same code still.
    case unversioned(CodeObject)
    /// It serves if it has the same code.
    case version(VersionNumber)
    case download
}

package enum OldCodeWays: Equatable, Sendable {
    /// The best first.
    case some([OldCodeWay])
    case none(reason: Wording)
}

/// What Lambda takes in a request, before it is encoded.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html#function-configuration-deployment-and-execution
let largestInRequest = 52_428_800
/// No zip that Lambda takes is larger: it may unpack to as much.
private let largestInS3 = 262_144_000

extension DeploymentPlan {
    /// The largest zip that could be sent back: through S3 only where the plan brings its own package there.
    var largestOldZip: Int { code?.upload == nil ? largestInRequest : largestInS3 }

    /// How the code of `function` can be had again.
    /// - Parameter alias: as it stands.
    package func waysToKeep(_ function: FunctionDescription, _ alias: AliasConfiguration?) -> OldCodeWays {
        guard let location = function.location else {
            return .none(reason: "without lambda:GetFunction nobody tells where it is")
        }
        if function.configuration.packageType == "Image" {
            guard let uri = location.resolvedImageUri ?? function.imageByDigest else {
                return .none(reason: "AWS does not tell its image's digest")
            }
            return .some([.image(uri: uri)])
        }
        if let object = location.object, object.version != nil { return .some([.object(object)]) }
        let ways = location.object.flatMap(unversioned).map { [$0] } ?? []
        if let bytes = function.configuration.codeSize, bytes > largestOldZip {
            return ways.isEmpty ? .none(reason: tooLarge(bytes)) : .some(ways)
        }
        let served = (alias?.functionVersion).flatMap(VersionNumber.init).map { [OldCodeWay.version($0)] } ?? []
        return .some(ways + served + [.download])
    }

    /// The run's own package may overwrite it.
    private func unversioned(_ object: CodeObject) -> OldCodeWay? {
        if let own = code?.address, own.bucket == object.bucket, own.key == object.key { return nil }
        return .unversioned(object)
    }

    private func tooLarge(_ bytes: Int) -> Wording {
        "its zip has \(bytes: bytes), and Lambda takes more than \(bytes: largestInRequest) only from S3: set s3-bucket to "
            + "have the old code, like the new one, sent through it"
    }
}

extension FunctionDescription {
    /// `repository@sha256:...` of the image as it was named and its digest.
    fileprivate var imageByDigest: String? {
        guard let imageUri, let digest = configuration.codeSha256, !digest.isEmpty else { return nil }
        let untagged = imageUri.prefix { $0 != "@" }
        let name = untagged.lastIndex(of: "/") ?? untagged.startIndex
        let colon = untagged[name...].lastIndex(of: ":") ?? untagged.endIndex
        return "\(untagged[..<colon])@sha256:\(digest)"
    }
}
