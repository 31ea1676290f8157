import ControlPlaneSimulator
import Engine

/// A share of traffic that was asked for, and for how long.
struct WantedStep: Sendable, Equatable {
    /// 0 to 1.
    let share: Double
    let lasts: Duration

    /// Of the bench's own inputs, which are well-formed: `10% 15s, 50% 10s`.
    static func steps(_ input: String) -> [WantedStep] {
        input.split(separator: ",").compactMap { part in
            let words = part.split(separator: " ")
            guard words.count == 2, let percent = Double(words[0].dropLast()), let seconds = Int(words[1].dropLast())
            else { return nil }
            return WantedStep(share: percent / 100, lasts: .seconds(seconds))
        }
    }
}

extension Evidence {
    /// What is wrong with giving a version a share.
    func faults(ofSharing alias: ControlPlane.Alias, _ move: History.Revision) -> [String] {
        guard !wanted.shift.isEmpty, alias.weights.count == 1, let (number, share) = alias.weights.first else {
            return ["the alias has weights left"]
        }
        guard let version = version(number) else { return ["a share goes to version \(number), which is not there"] }
        var wrong = wanted.deviations(of: version).map {
            "a share goes to version \(number), which is not as planned: \($0)"
        }
        if state(of: number, at: move.at) != "Active" { wrong.append("a share goes to a version that is not active") }
        if !wanted.tests.isEmpty, !isTested(version, asItself: wanted.tests.areOfVersions, before: move.at) {
            wrong.append("a share goes to an untested version")
        }
        if before(move)?.alias.functionVersion != alias.functionVersion { wrong.append("the rest goes elsewhere") }
        return wrong + hurry(move, to: number, share: share)
    }

    /// Shares that come before their turn, before their time, or while an alarm is on.
    func hurry(_ move: History.Revision, to number: String, share: Double) -> [String] {
        guard !wanted.shift.isEmpty, let (last, since) = before(move), last.functionVersion != "$LATEST",
            last.functionVersion != number
        else { return [] }
        var wrong = isCalm(at: move.at) ? [] : ["more traffic went over without a look at calm alarms"]
        let index = wanted.shift.firstIndex { $0.share == share } ?? wanted.shift.endIndex
        guard index > 0 else { return wrong }
        let step = wanted.shift[index - 1]
        if last.weights[number] != step.share { wrong.append("a step was left out before \(share)") }
        if move.at - max(since, run.began) < step.lasts { wrong.append("the step before \(share) was cut short") }
        return wrong
    }

    /// Alarms that were seen to come on, and more traffic that went over all the same.
    var unheededAlarms: [String] {
        guard let look = alarmLooks.last(where: { !isCalm(look: $0) }) else { return [] }
        let isHeeded =
            !isSuccess
            && !ownAliasMoves.contains { move in
                move.at > look && move.alias.map { !isPutBack($0, before: move) } ?? true
            }
        return (isHeeded ? [] : ["an alarm came on, and was not heeded"]) + sharesLeft
    }

    /// What was let out by this run, or by an earlier one of the same shift, is taken back when an alarm comes on.
    private var sharesLeft: [String] {
        let isUnknown = run.errors.contains { $0.contains("Where the alias points is not known") }
        guard !isTouched, !isUnknown, let alias = plane.function("demo")?.aliases["live"]?.withoutWarmUp,
            !alias.weights.isEmpty, isOwnShift(alias)
        else { return [] }
        return ["an alarm came on, and a share is left"]
    }

    /// The alias before a move, and since when it was so.
    func before(_ move: History.Revision) -> (alias: ControlPlane.Alias, since: Duration)? {
        let earlier = history.revisions.prefix { $0.revisionId != move.revisionId }.last {
            $0.resource == move.resource
        }
        if let earlier { return earlier.alias.map { ($0, earlier.at) } }
        return bench.plane.function("demo")?.aliases["live"].map { ($0, .zero) }
    }

    private func state(of number: String, at time: Duration) -> String? {
        let published = history.revisions.last { $0.resource == .version(number) && $0.at <= time }
        return (published?.content ?? version(number))?.state.value
    }

    /// What an earlier run left half-way of this very shift: it goes back without the share.
    func isOwnShift(_ alias: ControlPlane.Alias) -> Bool {
        !wanted.shift.isEmpty && alias.weights.keys.allSatisfy { wanted.deviations(of: version($0)).isEmpty }
    }
}

extension Evidence {
    /// CodeDeploy begins only from one version: what it left half-way before is cleared.
    func isClearedForCodeDeploy(_ alias: ControlPlane.Alias, _ move: History.Revision) -> Bool {
        bench.inputs["traffic"] == "codedeploy" && alias.weights.isEmpty
            && before(move)?.alias.functionVersion == alias.functionVersion
    }

    /// What CodeDeploy was told to bring traffic to, and must not be.
    var handedOver: [String] {
        requests.filter { $0.operation == .createDeployment && $0.wrote }.flatMap { request -> [String] in
            let content = request.input["revision"]?["appSpecContent"]?["content"]?.string ?? ""
            guard let deployment = plane.deployments.values.first(where: { $0.content == content }),
                let version = version(deployment.targetVersion)
            else { return ["CodeDeploy was given a version that is not there"] }
            var wrong = wanted.deviations(of: version).map { "CodeDeploy was given what is not as planned: \($0)" }
            if state(of: version.name, at: request.at) != "Active" { wrong.append("CodeDeploy was given it too early") }
            if !wanted.tests.isEmpty, !isTested(version, asItself: wanted.tests.areOfVersions, before: request.at) {
                wrong.append("CodeDeploy was given it untested")
            }
            return wrong
        }
    }
}

// The alarms as this run saw them.
extension Evidence {
    private var alarmLooks: [Duration] {
        requests.filter { $0.operation == .describeAlarms && $0.arrived && $0.status == 200 }.map(\.at)
    }

    private func isCalm(at time: Duration) -> Bool {
        guard bench.inputs["alarms"] != nil else { return true }
        return alarmLooks.last { $0 <= time }.map { isCalm(look: $0) } ?? false
    }

    /// Whether a look at this moment found no alarm on but such as were on at the first look and have not been OK since.
    /// Over the share that an earlier run left none is passed over.
    private func isCalm(look: Duration) -> Bool {
        let states = alarmLooks.prefix { $0 <= look }.map { alarm(at: $0) }
        return states.last != "ALARM" || (!tookUpAShare && states.allSatisfy { $0 == "ALARM" })
    }

    private var tookUpAShare: Bool {
        guard !isTouched, !isStale, ownVersions.isEmpty, !ownAliasMoves.isEmpty,
            let alias = bench.plane.function("demo")?.aliases["live"]
        else { return false }
        return !alias.weights.isEmpty && isOwnShift(alias)
    }

    /// (Only one of the alarms ever goes on.)
    private func alarm(at time: Duration) -> String? {
        history.alarms.last { $0.name == Fixture.alarm && $0.at <= time }.map(\.state)
            ?? bench.plane.alarms[Fixture.alarm]?.state
    }
}
