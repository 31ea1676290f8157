import AWSCore
import AWSServices
import Engine

private let looksAtMost = 4

extension FunctionDeployment {
    /// `$LATEST` after the planned tags were written where they differ. Tags move its RevisionId, so it is read again.
    func updateTags(_ latest: Snapshot, _ baseline: Baseline) async throws(Interruption) -> Snapshot {
        guard !plan.tags.isEmpty, let arn = latest.function.configuration.functionArn else { return latest }
        return try await writeTags(
            plan.tagsToSend(over: try await tags(of: latest, baseline, arn) ?? [:]), over: latest)
    }

    func writeTags(_ tags: [String: String], over latest: Snapshot) async throws(Interruption) -> Snapshot {
        guard !tags.isEmpty, let arn = latest.function.configuration.functionArn else { return latest }
        return try await perform(.tagResource, on: latest) { () throws(AWSFailure) in
            try await lambda.tagResource(functionArn: arn, tags: tags, within: Budget.write)
        }
    }

    func removeTags(_ keys: [String], of latest: Snapshot) async throws(Interruption) -> Snapshot {
        guard !keys.isEmpty, let arn = latest.function.configuration.functionArn else { return latest }
        return try await perform(.untagResource, on: latest) { () throws(AWSFailure) in
            try await lambda.untagResource(functionArn: arn, keys: keys, within: Budget.write)
        }
    }

    private func perform(
        _ write: Write, on latest: Snapshot, _ send: () async throws(AWSFailure) -> Void
    ) async throws(Interruption) -> Snapshot {
        engine.tell(.sending(write))
        let base = try await carryOut(write, on: latest, send)
        engine.tell(.accepted(write))
        let seen = try await lookAgain(past: base, after: write)
        engine.note(seen)
        engine.tell(.done(write))
        return seen
    }

    /// AWS moves the RevisionId with the tags, so a look that shows the old one lags behind, most likely: other control
    /// planes do not move it, and are believed after a few looks.
    private func lookAgain(past latest: Snapshot, after write: Write) async throws(Interruption) -> Snapshot {
        var seen = latest
        for look in 1...looksAtMost {
            seen = try await engine.settle(
                .tags, unchangedFrom: latest, after: latest.lineage, onTimeout: plan.waits.onTimeout,
                during: write, isOursBetween: true)
            guard seen.revisionId != nil, seen.revisionId == latest.revisionId else { return seen.following(latest) }
            try await engine.pause(.milliseconds(200 * look))
        }
        return seen
    }

    /// - Returns: `nil` if nobody tells.
    private func tags(
        of latest: Snapshot, _ baseline: Baseline, _ arn: String
    ) async throws(Interruption) -> [String: String]? {
        if let tags = latest.function.tags { return tags }
        // Whatever somebody has added since, ours are to be written.
        if baseline.latest?.function.tags?.isEmpty == true { return [:] }
        return try await listedTags(arn)
    }

    private func listedTags(_ arn: String) async throws(Interruption) -> [String: String]? {
        try await engine.call { () throws(AWSFailure) in
            try await lambda.listTags(functionArn: arn, within: Budget.read)
        }
    }

    /// GetFunction shows no tags where there are none, and where they may not be listed: so that is asked.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html#API_GetFunction_ResponseSyntax
    func withTagsSeen(_ latest: Snapshot) async throws(Interruption) -> Snapshot {
        guard !plan.tags.isEmpty, latest.function.tags == nil, let arn = latest.function.configuration.functionArn
        else { return latest }
        var function = latest.function
        function.tags = try await listedTags(arn)
        if function.tags == nil { journal.record(.tagsUnseen) }
        return Snapshot(function, lineage: latest.lineage)
    }

    /// Tags have no guard, and need none: writing the same ones twice is writing them once.
    /// - Returns: what was last seen before the tags were written.
    private func carryOut(
        _ write: Write, on latest: Snapshot, _ send: () async throws(AWSFailure) -> Void
    ) async throws(Interruption) -> Snapshot {
        var base = latest
        var troubles = Troubles(limit: plan.waits.timeout)
        while true {
            do {
                try await engine.call(send)
                return base
            } catch {
                troubles.add(try engine.trouble(with: write, error), at: clock.elapsed())
            }
            try await engine.pause(troubles.pause(chance: clock.random()))
            base = try await engine.settle(
                .lookUp(write), unchangedFrom: base, after: base.lineage, onTimeout: .fail, during: write,
                isOursBetween: troubles.mayHaveArrived
            ).following(base)
            try troubles.requireTimeLeft(at: clock.elapsed())
        }
    }
}
