import AWSCore

/// As much of Amazon S3 as it takes to know a package's digest before anything is written.
package struct S3: Sendable {
    let client: AWSClient

    package init(client: AWSClient) {
        self.client = client
    }

    /// A call on an object, under the bucket's own host name where AWS's certificate allows it (no dots) and the
    /// endpoint is AWS's.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
    func call(
        _ operation: String, _ method: HTTPMethod, _ bucket: String, _ key: String, version: String?
    ) -> AWSCall {
        let hasOwnHost = !client.endpoint.isCustom && !bucket.contains(".")
        let keyPath = key.split(separator: "/", omittingEmptySubsequences: false).map { pathSegment(String($0)) }
        let path = (hasOwnHost ? keyPath : [pathSegment(bucket)] + keyPath).joined(separator: "/")
        var call = AWSCall(operation: operation, effect: .read, method: method, path: "/\(path)")
        call.subdomain = hasOwnHost ? bucket : nil
        if let version { call.query = [HTTPQueryItem(name: "versionId", value: version)] }
        return call
    }
}

extension AWSService {
    /// Source: https://docs.aws.amazon.com/general/latest/gr/s3.html
    package static let s3 = AWSService(
        signingName: "s3", hostPrefix: "s3", endpointVariable: "AWS_ENDPOINT_URL_S3", signature: .s3)
}
