import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// Reads on, and meanwhile sees to it that the code that stands can be put back, if this run is to change it and would
    /// have to. Both are done before anything is written.
    /// - Returns: the baseline, as it was looked at last.
    /// - Throws: under `on-failure: restore` also where the code cannot be put back.
    func keepingOldCode(
        of baseline: Baseline, while read: @escaping @Sendable (Baseline) async throws(Interruption) -> Void
    ) async throws(Interruption) -> Baseline {
        guard plan.restoresLatest(behind: baseline.alias), let latest = baseline.latest,
            Changes(of: plan, on: latest.function).code != nil
        else {
            try await read(baseline)
            return baseline
        }
        let (seen, _) = try await sideBySide(
            { () throws(Interruption) in try await keepCode(of: latest, baseline.alias) },
            { () throws(Interruption) in
                try await read(baseline)
                if let code = plan.code, code.upload?.isKeyOfContent == true { _ = try await inPlace(code) }
            })
        return Baseline(latest: seen, alias: baseline.alias)
    }

    private func keepCode(of latest: Snapshot, _ alias: AliasConfiguration?) async throws(Interruption) -> Snapshot {
        guard let digest = latest.content.codeSha256 else {
            try requireNotAskedFor("the control plane tells no digest of it")
            return latest
        }
        // Whoever starts over has it already.
        if journal.oldCode(digest) != nil { return latest }
        var search = OldCodeSearch(latest: latest, digest: digest, reason: "", found: nil)
        switch plan.waysToKeep(latest.function, alias) {
        case .none(let reason): search.reason = reason
        case .some(let ways):
            for way in ways where search.found == nil { try await go(way, &search) }
        }
        if let found = search.found {
            journal.record(.oldCode(.kept(found, digest: digest)))
        } else {
            try requireNotAskedFor(search.reason)
        }
        return search.latest
    }

    private func requireNotAskedFor(_ reason: Wording) throws(Interruption) {
        if plan.onFailure == .restore { throw .ended(.oldCodeNotKept(reason: reason)) }
        journal.record(.oldCode(.notKept(reason: reason)))
    }

    /// What goes wrong on one way leaves the next.
    private func go(_ way: OldCodeWay, _ search: inout OldCodeSearch) async throws(Interruption) {
        do {
            switch way {
            case .image(let uri): search.found = .image(uri: uri)
            case .object(let object): search.found = .object(object.address, version: object.version)
            case .unversioned(let object): try await look(at: object, &search)
            case .version(let number): try await look(at: number, &search)
            case .download: try await download(&search)
            }
        } catch .failed(let failure) {
            guard let reason = failure.reasonOfCall else { throw .failed(failure) }
            search.reason = reason
        }
    }

    private func look(at object: CodeObject, _ search: inout OldCodeSearch) async throws(Interruption) {
        let seen = try await engine.call { () throws(AWSFailure) in
            try await s3.headObject(object.address, version: nil, within: Budget.identification)
        }
        search.reason = "the object in S3 that it came from is not known to hold it still"
        if seen?.sha256 == search.digest { search.found = .object(object.address, version: nil) }
    }

    private func look(at number: VersionNumber, _ search: inout OldCodeSearch) async throws(Interruption) {
        let version = try await engine.lookAtVersion(number.description, within: Budget.read)
        search.reason = "version \(ours: number.description) of the alias holds other code"
        // Its zip is fetched when it is needed.
        guard version?.configuration.codeSha256 == search.digest, version?.location?.link != nil else { return }
        search.found = .version(number)
    }

    /// A link that is refused has expired, most likely: the function is looked at again for another one.
    private func download(_ search: inout OldCodeSearch) async throws(Interruption) {
        do {
            search.found = .zip(try await download(search.latest.function, search.digest))
        } catch .failed(.refused(let refusal)) where refusal.status < 500 {
            search.latest = try await engine.settle(
                .lookUp(.updateFunctionCode), unchangedFrom: search.latest, after: search.latest.lineage,
                onTimeout: plan.waits.onTimeout, during: .updateFunctionCode, isOursBetween: false
            ).following(search.latest)
            search.found = .zip(try await download(search.latest.function, search.digest))
        }
    }

    /// By the link that comes with `function`.
    func download(_ function: FunctionDescription, _ digest: String) async throws(Interruption) -> any ByteSource {
        guard let link = function.location?.link else {
            throw .failed(.unknown(operation: "GetFunction", reason: "the answer has no link to the code"))
        }
        let bytes = function.configuration.codeSize ?? plan.largestOldZip
        return try await engine.call { () throws(AWSFailure) in
            try await s3.download(
                link, digest: digest, mostBytes: plan.largestOldZip, within: Budget.download(of: bytes))
        }
    }
}

/// What has come of the ways so far.
private struct OldCodeSearch {
    /// `$LATEST` as it was looked at last.
    var latest: Snapshot
    let digest: String
    /// Why the last way did not lead there.
    var reason: Wording
    var found: OldCode?
}

extension CodeObject {
    fileprivate var address: S3Address { S3Address(bucket: bucket, key: key, owner: nil) }
}
