import AWSCore
import AWSServices
import Engine

/// Where the answer to it is lost, and somebody else has moved the revision, the same code cannot tell whether it arrived; that
/// the version is still the old one can.
private let mostTimesSent = 3

extension FunctionDeployment {
    /// Tests `$LATEST` and publishes exactly what was tested.
    ///
    /// As long as nothing is updated, AWS answers with the version that was published last, even if that one has failed. So that
    /// it publishes another, the code is sent once more as it is.
    /// Source: https://github.com/hashicorp/terraform-provider-aws/issues/49904
    /// - Parameter newest: the version that was the newest before, if that was looked for.
    func testAndPublish(
        _ latest: Snapshot, _ publication: PlannedPublication, newest: FunctionConfiguration?
    ) async throws(Interruption) -> Published {
        warnOfUntestedSnapshot(latest)
        var published = try await publishTested(latest, publication)
        var timesSent = 0
        while timesSent < mostTimesSent, published.isFailedOne, let code = plan.code {
            if timesSent == 0 { journal.record(.failedVersionFound(published.version)) }
            timesSent += 1
            let sent = try await send(code, over: published.base)
            published = try await publishTested(sent, publication)
        }
        let wasThere = await wasThere(published, newest, publication)
        journal.record(wasThere ? .versionReused(published.version) : .versionPublished(published.version))
        return published
    }

    /// If anything moved between the test and the publication, it is tested again.
    private func publishTested(
        _ latest: Snapshot, _ publication: PlannedPublication
    ) async throws(Interruption) -> Published {
        var base = latest
        var isTested = false
        var troubles = Troubles(limit: plan.waits.timeout)
        while true {
            if !isTested { base = try await smokeTest(base) }
            do {
                let version = try await publish(base, publication)
                return Published(version: version, base: base, isAnswered: true)
            } catch {
                troubles.add(try publicationTrouble(error), at: clock.elapsed())
            }
            try await engine.pause(troubles.pause(chance: clock.random()))
            let seen = try await reread(base, troubles)
            if troubles.mayHaveArrived, let version = try await ownVersion(of: seen, publication) {
                engine.tell(.foundArrived(.publishVersion))
                return Published(version: version, base: seen, isAnswered: false)
            }
            engine.tell(.foundUntouched(.publishVersion))
            try troubles.requireTimeLeft(at: clock.elapsed())
            isTested = seen.revisionId == base.revisionId
            base = seen
        }
    }

    private func publish(
        _ base: Snapshot, _ publication: PlannedPublication
    ) async throws(Interruption) -> FunctionConfiguration {
        let isToLatest = publication.target(of: base.content) == .latestPublished
        let version = try await makingRoom { () throws(Interruption) in
            try await engine.call { () throws(AWSFailure) in
                try await lambda.publishVersion(
                    engine.functionName, toLatestPublished: isToLatest,
                    description: publication.versionDescription,
                    codeSha256: base.content.codeSha256, revisionId: base.revisionId, within: Budget.write)
            }
        }
        guard isToLatest ? version.version == FunctionConfiguration.latestPublished : version.versionNumber != nil
        else {
            throw .failed(.unknown(operation: Write.publishVersion.rawValue, reason: "the answer names no version"))
        }
        // Only on a control plane that minds no guard is there one: the version is theirs, and stays unrouted.
        let deviations = base.content.deviations(inVersion: FunctionContent(of: version))
        try requireNoRival(engine.foreignAcrossOurs(deviations, writing: plan.members), during: .publishVersion)
        journal.record(.versionApart(VersionsApart(deviations)))
        return version
    }

    /// AWS publishes nothing where nothing was updated since the last version: it answers that one, whose description is
    /// its own, and the revision of `$LATEST` stays. That is asked only where we cannot see which versions there are.
    private func wasThere(
        _ published: Published, _ newest: FunctionConfiguration?, _ publication: PlannedPublication
    ) async -> Bool {
        let (version, planned) = (published.version, publication.versionDescription)
        // Without a description, a version has that of `$LATEST`.
        if let newest { return version.isNoNewer(than: newest) || !planned.isEmpty && version.description != planned }
        guard journal.areVersionsUnseen, published.isAnswered else { return false }
        if version.description != planned { return true }
        // Without that look it is taken for a new one, and only told so.
        let seen = try? await engine.lookAtLatest(within: Budget.identification)
        return seen?.configuration.revisionId == published.base.revisionId
    }

    /// AWS answers 400, not 412, when the code is no longer the one we name.
    private func publicationTrouble(_ interruption: Interruption) throws(Interruption) -> Trouble {
        if case .failed(.refused(let refusal)) = interruption, refusal.saysOtherCode {
            engine.tell(.refusedByConflict(.publishVersion, refusal))
            return .conflict(refusal)
        }
        return try engine.trouble(with: .publishVersion, interruption)
    }

    private func reread(_ base: Snapshot, _ troubles: Troubles) async throws(Interruption) -> Snapshot {
        try await engine.settle(
            .lookUp(.publishVersion), unchangedFrom: base, after: base.lineage(after: troubles), onTimeout: .fail,
            during: .publishVersion, isOursBetween: troubles.mayHaveArrived)
    }

    /// The version that a lost answer was about, known by its content and by our description.
    private func ownVersion(
        of latest: Snapshot, _ publication: PlannedPublication
    ) async throws(Interruption) -> FunctionConfiguration? {
        guard let newest = try await newestVersion(beside: latest), newest.hasSameKey,
            newest.deviations.allSatisfy(\.isOfUnknownMember)
        else { return nil }
        let version = newest.function.configuration
        return version.description == publication.versionDescription ? version : nil
    }
}

struct Published {
    let version: FunctionConfiguration
    /// `$LATEST` as it was published from.
    let base: Snapshot
    let isAnswered: Bool

    /// It was published before, and has failed since: no new one has done so already when AWS answers.
    fileprivate var isFailedOne: Bool { isAnswered && VersionReadiness(of: version) == .failed }
}

extension FunctionConfiguration {
    /// `$LATEST.PUBLISHED` has no number: it is published anew in its place.
    fileprivate func isNoNewer(than newest: FunctionConfiguration) -> Bool {
        guard let version = versionNumber, let last = newest.versionNumber else {
            return revisionId == newest.revisionId
        }
        return version <= last
    }
}

extension Refusal {
    fileprivate var saysOtherCode: Bool {
        code == "InvalidParameterValueException" && message.contains("is different from current CodeSHA256")
    }
}

extension PlannedPublication {
    /// The same with the record in the version's description.
    /// - Parameter alias: as it stands before.
    func recording(_ run: WorkflowRun?, after alias: AliasConfiguration?) -> PlannedPublication {
        let record = ReleaseRecord(
            version: nil, run: run, previous: alias.flatMap { VersionNumber($0.functionVersion) }, apart: nil)
        var publication = self
        publication.versionDescription = record.written(after: versionDescription)
        return publication
    }
}
