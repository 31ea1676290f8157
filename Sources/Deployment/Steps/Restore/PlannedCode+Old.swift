import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// The code that stood before, ready to be sent: what has to be in S3 for it is there.
    /// - Parameters:
    ///   - digest: its `CodeSha256`.
    ///   - architectures: those that it ran on.
    ///   - sourceKMSKeyArn: the key that it lay under; `nil`: one of AWS's own.
    func planned(
        _ old: OldCode, digest: String, architectures: [String]?, sourceKMSKeyArn: String?
    ) async throws(Interruption) -> PlannedCode {
        var code = PlannedCode(
            source: .image(uri: ""), digest: digest, likelyDigest: nil, architectures: architectures,
            sourceKMSKeyArn: sourceKMSKeyArn, judgement: { _ in [] }, upload: nil, bucketOwner: nil)
        switch old {
        case .image(let uri): code.source = .image(uri: uri)
        case .object(let address, let version):
            code.source = .s3(bucket: address.bucket, key: address.key, version: version)
        case .zip(let bytes): code.source = try await inPlace(bytes, digest)
        case .version(let number): code.source = try await inPlace(download(number, digest), digest)
        }
        return code
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
