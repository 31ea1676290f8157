import AWSCore
import XML

/// As much of Amazon S3 as it takes to bring a package to Lambda, and to know one's digest before anything is written.
package struct S3: Sendable {
    let client: AWSClient

    package init(client: AWSClient) {
        self.client = client
    }

    /// Where its calls go, and the buckets have to be.
    package var region: String { client.region.name }

    /// A call on an object.
    func call(
        _ operation: String, _ effect: AWSCall.Effect, _ method: HTTPMethod, _ address: S3Address,
        query: [HTTPQueryItem]
    ) -> AWSCall {
        let keyPath = address.key.split(separator: "/", omittingEmptySubsequences: false)
        var call = call(
            operation, effect, method, bucket: address.bucket, owner: address.owner,
            path: keyPath.map { pathSegment(String($0)) })
        call.query = query
        return call
    }

    /// A call on a bucket or something in it, under the bucket's own host name where AWS's certificate allows it (no
    /// dots) and the endpoint is AWS's.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
    func call(
        _ operation: String, _ effect: AWSCall.Effect, _ method: HTTPMethod, bucket: String, owner: String?,
        path: [String]
    ) -> AWSCall {
        let hasOwnHost = !client.endpoint.isCustom && !bucket.contains(".")
        let path = (hasOwnHost ? path : [pathSegment(bucket)] + path).joined(separator: "/")
        var call = AWSCall(operation: operation, effect: effect, method: method, path: "/\(path)")
        call.subdomain = hasOwnHost ? bucket : nil
        if let owner { call.headers = [.init(name: "x-amz-expected-bucket-owner", value: owner)] }
        call.harmlessFaults = [elsewhere]
        call.passingFaults = passing
        return call
    }
}

/// What names a version of an object; of none, the newest is meant.
func versionQuery(_ version: String?) -> [HTTPQueryItem] {
    version.map { [HTTPQueryItem(name: "versionId", value: $0)] } ?? []
}

/// The bucket is in another Region: a redirect (301) that nobody is to follow, for it would have to be signed anew.
private let elsewhere = "PermanentRedirect"

/// What a second try may well not meet: bytes were lost or spoilt on the way, or somebody else was at the same object.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
private let passing: Set = [
    "BadDigest", "XAmzContentSHA256Mismatch", "IncompleteBody", "RequestTimeout", "OperationAborted",
]

extension AWSService {
    /// Source: https://docs.aws.amazon.com/general/latest/gr/s3.html
    package static let s3 = AWSService(
        signingName: "s3", hostPrefix: "s3", endpointVariable: "AWS_ENDPOINT_URL_S3", signature: .s3,
        errors: .other(errorText))
}

/// Errors are XML. What answers a HEAD has no body: that the bucket is in another Region is told in a header alone.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
private func errorText(_ answer: HTTPResponse) -> ErrorText? {
    let region = answer.headers["x-amz-bucket-region"].map { "the bucket is in the Region \($0)" }
    if let error = XMLElement(parsing: answer.body), error.name == "Error" {
        let code = error["Code"] ?? ""
        let texts = [error["Message"], code == elsewhere ? region : nil].compactMap(\.self)
        return ErrorText(code: code, message: texts.joined(separator: " - "))
    }
    guard answer.body.isEmpty, answer.status == 301 || answer.status == 400, let region else { return nil }
    return ErrorText(code: elsewhere, message: region)
}
