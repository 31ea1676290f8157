import AWSCore
import AWSServices
import Engine

/// The code that stood before was not kept.
struct NoOldCode: StopReason {}

extension FunctionDeployment {
    /// The code that `$LATEST` is to have again, ready to be sent: what has to be in S3 for it is there.
    func oldCode(for target: Standing) async throws(Interruption) -> PlannedCode {
        guard let digest = target.content.codeSha256, let old = journal.oldCode(digest) else {
            throw .stopped(NoOldCode())
        }
        var code = PlannedCode(
            source: try await source(of: old, digest), digest: digest, likelyDigest: nil,
            architectures: target.content.architectures, sourceKMSKeyArn: nil, judgement: { _ in [] }, upload: nil,
            bucketOwner: nil)
        code.storage = target.storage
        return code
    }

    private func source(of old: OldCode, _ digest: String) async throws(Interruption) -> FunctionCode {
        switch old {
        case .image(let uri): .image(uri: uri)
        case .object(let address, let version): .s3(bucket: address.bucket, key: address.key, version: version)
        case .zip(let bytes): try await inPlace(bytes, digest)
        case .version(let number): try await inPlace(download(number, digest), digest)
        }
    }

    private func download(_ number: VersionNumber, _ digest: String) async throws(Interruption) -> any ByteSource {
        guard let version = try await engine.lookAtVersion(number.description, within: Budget.read) else {
            throw .failed(.unknown(operation: "GetFunction", reason: "there is no version \(number) any more"))
        }
        return try await download(version, digest)
    }

    /// Where the zip is for Lambda: in the request if it is small enough, else in S3.
    private func inPlace(_ zip: any ByteSource, _ digest: String) async throws(Interruption) -> FunctionCode {
        guard let address = plan.addressInS3(ofZip: zip.count, digest), let own = plan.code?.upload else {
            return .zip(zip)
        }
        let upload = PlannedUpload(bytes: zip, isKeyOfContent: own.isKeyOfContent)
        let object = try await put(upload, at: address)
        return .s3(bucket: address.bucket, key: address.key, version: object?.pinnedVersion)
    }
}

extension DeploymentPlan {
    /// Where a zip that stood before goes in S3, beside the plan's own package: under a key of its own content if that one
    /// has such a key, else under the key that was given, in whose place the old package then is again.
    /// - Returns: `nil`: it goes in the request.
    package func addressInS3(ofZip bytes: Int, _ digest: String) -> S3Address? {
        guard bytes > largestInRequest, let code, let upload = code.upload, let own = code.address else { return nil }
        guard upload.isKeyOfContent, let digest = SHA256Digest(base64: digest) else { return own }
        let name = own.key.lastIndex(of: "/").map { own.key.index(after: $0) } ?? own.key.startIndex
        return S3Address(bucket: own.bucket, key: "\(own.key[..<name])\(digest.hex).zip", owner: own.owner)
    }
}
