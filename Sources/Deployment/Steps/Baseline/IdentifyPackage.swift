import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// Asks S3 or ECR for the digest of a package that does not lie here, so that nothing is sent that stands already.
    ///
    /// It is a courtesy: where S3 or ECR do not tell, the code is sent, and Lambda judges the package itself.
    func identify(_ code: PlannedCode, _ s3: S3, _ ecr: ECR) async throws(Interruption) -> PlannedCode {
        guard code.digest == nil, code.likelyDigest == nil else { return code }
        do {
            switch code.source {
            case .zip: return code
            case .s3(let bucket, let key, let version): return try await identify(code, s3, bucket, key, version)
            case .image(let uri): return try await identify(code, ecr, uri)
            }
        } catch {
            let failure = EngineFailure(error)
            guard let reason = failure.reasonOfCall else { throw .failed(failure) }
            journal.record(.packageNotIdentified(reason: reason))
            return code
        }
    }

    /// An object in a bucket with versions is pinned to the one we looked at: nobody swaps it under us.
    private func identify(
        _ code: PlannedCode, _ s3: S3, _ bucket: String, _ key: String, _ version: String?
    ) async throws(AWSFailure) -> PlannedCode {
        let address = S3Address(bucket: bucket, key: key, owner: nil)
        let found = try await s3.headObject(address, version: version, within: Budget.identification)
        guard let found else { return code }
        var identified = code
        let pinned = version ?? found.versionId.flatMap { $0 == "null" ? nil : $0 }
        identified.source = .s3(bucket: bucket, key: key, version: pinned)
        identified.likelyDigest = found.sha256
        if found.sha256 == nil, found.size <= largestPackage {
            let digest = try await s3.sha256(of: found, at: address, within: Budget.upload)
            identified.likelyDigest = digest.base64
        }
        journal.record(.packageIdentified(digest: identified.likelyDigest))
        return identified
    }

    private func identify(_ code: PlannedCode, _ ecr: ECR, _ uri: String) async throws(AWSFailure) -> PlannedCode {
        guard let image = ECRImage(uri: uri), let tag = image.tag, image.digest == nil else { return code }
        var identified = code
        identified.likelyDigest = try await ecr.digest(
            tag: tag, repository: image.repository, registryId: image.registryId, within: Budget.identification)
        journal.record(.packageIdentified(digest: identified.likelyDigest))
        return identified
    }
}

/// No zip that Lambda takes is larger: it may unpack to as much.
private let largestPackage = 262_144_000
