import AWSCore
import AWSServices
import Engine

/// Each time somebody else was there in between.
private let looksAtMost = 4

extension FunctionDeployment {
    /// The code as Lambda is told of it: a package that has to be in S3 is there. In one attempt that is seen to once.
    func inPlace(_ code: PlannedCode) async throws(Interruption) -> PlannedCode {
        guard let upload = code.upload, let address = code.address else { return code }
        let object: S3Object?
        if let known = uploaded.known {
            object = known
        } else {
            object = try await put(upload, at: address)
            uploaded.note(object)
        }
        return code.pinned(to: object)
    }

    /// - Returns: the object that holds the package, as far as it can be known; `nil`: it may not be looked at.
    func put(_ upload: PlannedUpload, at address: S3Address) async throws(Interruption) -> S3Object? {
        let checksum = try checksum(of: upload)
        var wasRefused = false
        for _ in 1...looksAtMost {
            let seen = try await look(at: address)
            guard case .write(let onlyIfAbsent) = upload.decision(on: seen, checksum, wasRefused: wasRefused) else {
                journal.record(.upload(.found(address)))
                return seen.object
            }
            let replaces = seen.object != nil && !onlyIfAbsent
            journal.record(.upload(.began(address, bytes: upload.bytes.count, replaces: replaces)))
            if let written = try await write(upload, checksum, to: address, onlyIfAbsent: onlyIfAbsent) {
                return written
            }
            journal.record(.upload(.overtaken(address)))
            wasRefused = true
        }
        throw .rival(Rival(inS3: address, now: "written again and again", during: .updateFunctionCode))
    }

    /// - Returns: `nil`: something is there by now.
    private func write(
        _ upload: PlannedUpload, _ checksum: S3Checksum, to address: S3Address, onlyIfAbsent: Bool
    ) async throws(Interruption) -> S3Object? {
        let progress = UploadProgress(of: upload.bytes.count, clock, journal)
        do throws(S3UploadFailure) {
            let object = try await s3.upload(
                upload.bytes, checksum, to: address, onlyIfAbsent: onlyIfAbsent, progress: progress.note,
                within: Budget.upload(of: upload.bytes.count))
            journal.record(.upload(.done(address, version: object.pinnedVersion, took: progress.took)))
            return object
        } catch {
            switch error {
            case .alreadyThere: return nil
            case .failed(let failure, let unfinished):
                if let unfinished { journal.record(.upload(.leftUnfinished(address, id: unfinished))) }
                throw self.failure(failure, at: address)
            }
        }
    }

    func checksum(of upload: PlannedUpload) throws(Interruption) -> S3Checksum {
        do throws(ByteSourceFailure) {
            return try S3Checksum(of: upload.bytes, cut: cut)
        } catch {
            let reason = "the package cannot be read: \(error.reason)"
            throw .failed(.unreachable(operation: "PutObject", reason: reason))
        }
    }
}

extension PlannedUpload {
    func decision(on seen: SeenObject, _ checksum: S3Checksum, wasRefused: Bool) -> UploadDecision {
        UploadDecision(
            on: seen, wanted: checksum, bytes: bytes.count, isKeyOfContent: isKeyOfContent, wasRefused: wasRefused)
    }
}
