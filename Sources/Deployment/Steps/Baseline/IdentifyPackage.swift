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
            case .s3(_, _, let version): return try await identify(code, s3, version)
            case .image(let uri): return try await identify(code, ecr, uri)
            }
        } catch {
            if let address = code.address { try await requireBucket(of: address, after: error) }
            let failure = EngineFailure(error)
            guard let reason = failure.reasonOfCall else { throw .failed(failure) }
            journal.record(.packageNotIdentified(reason: reason))
            return code
        }
    }

    /// S3 has said what is wrong with the bucket, or whose it is not: Lambda is not asked then.
    private func requireBucket(of address: S3Address, after failure: AWSFailure) async throws(Interruption) {
        guard case .refused(let refusal) = failure else { return }
        if refusal.status == 301 || refusal.status == 400 { try await requireBucket(of: address) }
        if let fault = BucketFault(refusal, address, region: s3.region) { throw .ended(.bucketUnfit(fault)) }
    }

    /// An object in a bucket with versions is pinned to the one we looked at: nobody swaps it under us.
    private func identify(_ code: PlannedCode, _ s3: S3, _ version: String?) async throws(AWSFailure) -> PlannedCode {
        guard let address = code.address,
            let found = try await s3.headObject(address, version: version, within: Budget.identification)
        else { return code }
        var identified = code.pinned(to: found)
        identified.likelyDigest = found.sha256
        if found.sha256 == nil, found.size <= largestPackage {
            identified.likelyDigest = try await s3.sha256(of: found, at: address, within: Budget.upload).base64
        }
        journal.record(.packageIdentified(digest: identified.likelyDigest))
        return identified
    }

    private func identify(_ code: PlannedCode, _ ecr: ECR, _ uri: String) async throws(AWSFailure) -> PlannedCode {
        guard let image = ECRImage(uri: uri), image.digest == nil else { return code }
        var identified = code
        let found = try await ecr.look(at: image, within: Budget.identification)
        identified.likelyDigest = found?.digest
        if let doubt = found.flatMap({ ImageDoubt($0, uri: uri) }) { tell(doubt) }
        journal.record(.packageIdentified(digest: identified.likelyDigest))
        return identified
    }
}

/// No zip that Lambda takes is larger: it may unpack to as much.
private let largestPackage = 262_144_000
