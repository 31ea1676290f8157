import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// What stands under the key. Where nothing does, the bucket is looked at as well: one that is missing, or elsewhere, is
    /// told before anything is written.
    func look(at address: S3Address) async throws(Interruption) -> SeenObject {
        let seen: SeenObject
        do throws(AWSFailure) {
            seen = try await s3.headObject(address, version: nil, within: Budget.read).map(SeenObject.there) ?? .absent
        } catch {
            guard case .refused(let refusal) = error, refusal.saysNoMore else { throw .failed(EngineFailure(error)) }
            seen = .untold
        }
        if seen.object == nil { try await requireBucket(of: address) }
        return seen
    }

    func requireBucket(of address: S3Address) async throws(Interruption) {
        let found = try await engine.call { () throws(AWSFailure) in
            try await s3.headBucket(address.bucket, owner: address.owner, within: Budget.read)
        }
        if let fault = BucketFault(found, address, region: s3.region) { throw .ended(.bucketUnfit(fault)) }
    }

    /// What S3 did not do, and why.
    func failure(_ failure: AWSFailure, at address: S3Address) -> Interruption {
        guard case .refused(let refusal) = failure, let fault = BucketFault(refusal, address, region: s3.region) else {
            return .failed(EngineFailure(failure))
        }
        return .ended(.bucketUnfit(fault))
    }
}

extension Refusal {
    /// The answer to a HEAD has no body: 403 may be about the object or the bucket, and the others are about the bucket, which
    /// is looked at next.
    var saysNoMore: Bool { [301, 400, 403].contains(status) }
}
