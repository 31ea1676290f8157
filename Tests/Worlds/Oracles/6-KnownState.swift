import ControlPlaneSimulator
import Deployment
import Engine

extension Evidence {
    /// Failures that leave the alias elsewhere, undo more than we did, or tell the state wrongly.
    var unknownStates: [String] {
        guard !isSuccess else { return (run.errors.isEmpty ? [] : ["an error, and yet success"]) + unfinishedUploads }
        return unfinishedUploads + wrongCount + aliasesLeft + overwrittenAliases + unrestored + wrongSentences
    }

    /// What is paid for, and of no use to anybody: none is left, unless nothing gets out any more, or nobody has ever heard of
    /// it; or the log owns up to it.
    private var unfinishedUploads: [String] {
        let isToldOf = run.warnings.contains { $0.contains("an unfinished upload is left in S3") }
        let isUnheard = run.world.sent.contains { $0.operation == .createMultipartUpload && $0.fault != nil }
        guard world.outageAt == nil, !isUnheard, !isToldOf, world.clients == 1 else { return [] }
        return plane.buckets.values.flatMap(\.uploads.values).map { "an upload to \($0.key) was left unfinished" }
    }

    private var wrongCount: [String] {
        run.errors.count == 1 ? [] : ["\(run.errors.count) errors"]
    }

    private var message: String { run.errors.joined() }

    /// An alias that we moved points where it pointed, unless the message owns up to it.
    private var aliasesLeft: [String] {
        let moves = history.revisions.filter { $0.resource == .alias("live") && $0.author != "aws" }
        guard let last = moves.last, last.author == author, last.cause != "CreateAlias", let alias = last.alias,
            !isPutBack(alias, before: last), !isClearedForCodeDeploy(alias, last),
            !isAliasSaidToBeUnknown, bench.plane.function("demo")?.aliases["live"] != nil
        else { return [] }
        return ["the alias is left at version \(alias.functionVersion)"]
    }

    private var isAliasSaidToBeUnknown: Bool { message.contains("Where the alias points is not known") }

    /// A weight that somebody sets while AWS is warming up looks as AWS's own; and so it does to a run that was stopped before
    /// it could ask whether AWS is.
    private func isLikeAWSsOwn(_ alias: ControlPlane.Alias, _ own: [Routing]) -> Bool {
        let mayBeAWSs =
            bench.plane.function("demo")?.provisioned["live"] != nil || world.circumstances.contains(.warmUpUntold)
            || !requests.contains { $0.operation == .getProvisionedConcurrencyConfig && $0.arrived }
        return mayBeAWSs && alias.weights.values.map(\.self) == [1]
            && own.contains(Routing(version: alias.functionVersion))
    }

    /// Only what we did is undone: a rival's alias stays. One that they point to just where we had pointed it is taken for
    /// ours, for it cannot be told from ours with another description.
    private var overwrittenAliases: [String] {
        let moves = history.revisions.filter { $0.resource == .alias("live") }
        let own = ownRoutings
        return zip(moves, moves.dropFirst()).compactMap { before, after in
            guard after.author == author, isSomebodyElses(before.author), let alias = after.alias,
                before.alias.map({ own.contains(Routing(version: $0.functionVersion, weights: $0.weights)) }) != true,
                !(before.alias.map { isLikeAWSsOwn($0, own) } ?? false),
                alias.functionVersion != before.alias?.functionVersion || alias.weights != before.alias?.weights,
                isPutBack(alias, before: after), alias.weights.isEmpty || !isOwnShift(alias),
                wanted.deviations(of: version(alias.functionVersion)).isEmpty == false
            else { return nil }
            return "a rival's alias was put back to version \(alias.functionVersion)"
        }
    }

    /// Where the last attempt pointed the alias.
    private var ownRoutings: [Routing] {
        facts.reduce(into: []) { routings, fact in
            switch fact {
            case .aliasFound: routings = []
            case .engine(.aliasWriteSent(_, let routing)): routings.append(routing)
            default: break
            }
        }
    }

    private var wrongSentences: [String] {
        guard !bench.plane.functions.isEmpty || !history.revisions.isEmpty else { return [] }
        var wrong: [String] = []
        if ![
            "$LATEST now:", "$LATEST when last seen:", "Nothing is known of $LATEST", "Nothing was changed",
            "There is no function", "someone deleted it",
        ]
        .contains(where: message.contains) {
            wrong.append("nothing is said of $LATEST")
        }
        let lastLook = requests.last { $0.arrived && $0.shown != nil }?.at ?? .zero
        if let latest = plane.function("demo")?.latest, message.contains("$LATEST now:"),
            !message.contains("(\(latest.code.sha256.prefix(8)))"), !isTouched(since: lastLook), !isStale
        {
            wrong.append("$LATEST has code \(latest.code.sha256), and the message says otherwise")
        }
        let lastAliasLook = requests.last { $0.arrived && $0.alias != nil }?.at ?? .zero
        // AWS may have set or taken off a weight of its own since.
        let alias = plane.function("demo")?.aliases["live"]
        let places = [alias?.traffic ?? "nowhere", alias?.withoutWarmUp.traffic ?? "nowhere"]
        if message.contains("Alias live points to version"), !isTouched(since: lastAliasLook), !isStale,
            !places.contains(where: { message.contains("Alias live points to version \($0).") }),
            !isWarmedUpSince(lastAliasLook)
        {
            wrong.append("the message names another version for the alias")
        }
        if let failed = failedTest, failed.qualifier != "$LATEST",
            !message.contains(failed.qualifier.hasPrefix("$") ? failed.qualifier : "version \(failed.qualifier)")
        {
            wrong.append("the message does not name version \(failed.qualifier), which failed its test")
        }
        return wrong
    }

    private func isWarmedUpSince(_ time: Duration) -> Bool {
        history.revisions.contains { $0.resource == .alias("live") && $0.author == "aws" && $0.at >= time }
    }

    private func isTouched(since time: Duration) -> Bool {
        history.revisions.contains { (isSomebodyElses($0.author) || $0.author == "codedeploy") && $0.at >= time }
    }
}

extension ControlPlane.Alias {
    /// As the message puts it.
    fileprivate var traffic: String {
        let others = weights.sorted { $0.key < $1.key }.map { "\(Int(($0.value * 100).rounded()))% to \($0.key)" }
        return ([functionVersion] + others).joined(separator: ", ")
    }
}
