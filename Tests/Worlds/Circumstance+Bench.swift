import ControlPlaneSimulator
import Deployment
import LockstepAction

extension Bench {
    package mutating func meet(_ circumstance: Circumstance) {
        switch circumstance {
        case .slow: setUpdates(.succeeds(after: .seconds(12)))
        case .revisionFirst: plane.settings.checksFirst = .revisionId
        case .busy: plane.makeBusy("demo", at: .zero, course: .succeeds(after: .seconds(7)))
        case .idle:
            // What was never made well does not fall asleep.
            if plane.function("demo")?.latest.lastUpdate != nil { plane.makeInactive("demo") }
        case .broken: plane.makeLastUpdateFailed("demo", Self.failure)
        case .shifted: shift()
        case .alarmOn: plane.setAlarm(Fixture.alarm, to: "ALARM", at: .zero)
        case .alarmOnFail:
            guard inputs["alarms"] != nil else { return }
            plane.setAlarm(Fixture.alarm, to: "ALARM", at: .zero)
            inputs["alarms-already-on"] = "fail"
        case .newRole: plane.settings.roleAssumableFrom = .seconds(8)
        case .superseded: supersede()
        case .quota: plane.settings.quotas = .init(getFunction: 4, everythingElse: 1)
        case .inS3: moveToS3()
        case .inS3Unread:
            moveToS3()
            plane.settings.denied.formUnion([.getObject, .headObject])
        case .referenced:
            moveToS3()
            plane.setStorage(
                of: "demo", kmsKeyArn: Fixture.key, reference: .init(bucket: "packages", key: "old.zip", version: nil))
        case .pending: plane.makePending("demo", at: .zero, course: .succeeds(after: .seconds(7)))
        case .creationFailed: plane.makeFailed("demo", Self.failure)
        case .deactivated:
            plane.setState(of: "demo", to: "Deactivated")
            inputs["wait-timeout"] = "3"
        case .imageBeyondCure: plane.settings.curesLostImages = false
        case .withoutGetFunction: plane.settings.denied.insert(.getFunction)
        case .onConflictFail: inputs["on-conflict"] = "fail"
        case .noRetries: inputs["max-retries"] = "0"
        case .attempt:
            setUpdates(.succeeds(after: .seconds(12)))
            inputs["wait-timeout"] = "3"
            inputs["on-wait-timeout"] = "attempt"
        case .ownMemberOfVersions: plane.settings.ownMember = .everywhere(.ofVersions)
        case .ownMemberOfUpdates: plane.settings.ownMember = .everywhere(.movesWithUpdates)
        case .ownMemberOfStatuses: plane.settings.ownMember = .everywhere(.movesWithStatuses)
        case .ownMember: plane.settings.ownMember = .everywhere(.constant)
        case .codeFails: plane.settings.codeUpdate = Self.failing
        case .configurationFails: plane.settings.configurationUpdate = Self.failing
        case .snapStartFails: plane.settings.snapStart = Self.failing
        case .codeDeployFails: plane.settings.codeDeploy = Self.failing
        case .updateNeverEnds: setUpdates(.neverEnds)
        case .restored: inputs["on-failure"] = "restore"
        case .linkExpired: plane.settings.codeLinks = .firstExpired
        case .linksExpired: plane.settings.codeLinks = .allExpired
        case .linksSpoilt: plane.settings.codeLinks = .spoilt
        case .withoutLinks: plane.settings.codeLinks = .none
        case .referencedByVersion: referToVersion()
        case .testFails: plane.setBehaviour(of: "demo", to: Self.nasty)
        case .testUnexpected:
            plane.setBehaviour(
                of: "demo", to: .init(payload: Array(#"{"statusCode":500}"#.utf8), functionError: nil, log: ""))
        case .versionFails:
            var behaviour = plane.function("demo")?.behaviour ?? .echo
            let failure = ControlPlane.Behaviour.Exception(
                event: nil, isOfVersions: true, errorType: "StaleConnection",
                errorMessage: "::error::not after a restore")
            behaviour.exceptions.insert(failure, at: 0)
            plane.setBehaviour(of: "demo", to: behaviour)
        case .tellingVariables: plane.addVariables(Fixture.tellingVariables, of: "demo")
        case .replicated:
            plane.replicate("1", of: "demo")
            plane.makeUndeletable("4", of: "demo", by: .fault)
        case .usedVersions:
            plane.use("1", of: "demo", by: .policy)
            plane.use("4", of: "demo", by: .eventSourceMapping)
            plane.use("5", of: "demo", by: .durableExecution)
        case .tagsUnseen: plane.settings.denied.insert(.listTags)
        case .tagsError:
            plane.settings.denied.insert(.listTags)
            plane.settings.isTagsErrorTold = true
        case .versionsUnseen:
            // Who has to make room has to know of what.
            if plane.settings.codeStorage == nil { plane.settings.denied.insert(.listVersionsByFunction) }
        case .warmUpFails: plane.settings.warmUp = Self.failing
        case .warmUpNeverEnds: plane.settings.warmUp = .neverEnds
        case .warmUpInAnswer: plane.settings.showsWarmUpInAnswer = true
        case .asleep: putToSleep()
        case .asleepUncalled:
            putToSleep()
            plane.settings.denied.insert(.invoke)
        case .asleepForGood:
            putToSleep()
            plane.settings.awakening = .neverEnds
        case .withoutGetFunctionOfVersions: plane.settings.deniedOfVersions.insert(.getFunction)
        case .warmUpLags:
            plane.settings.warmUpStatusLag = .milliseconds(700)
            plane.settings.warmUpWeightLag = .milliseconds(700)
        case .warmUpHadFailed:
            plane.settings.warmUpStatusLag = .milliseconds(500)
            plane.failProvisioning(of: "live", of: "demo", .init(code: "", reason: "Not before"))
        case .versionsLag: plane.settings.versionLag = .seconds(1)
        case .objectThere, .otherObjectThere, .checksumHidden, .objectsUnlisted, .versionedBucket, .abortsLeaveAPart,
            .referencedUpload, .bucketElsewhere, .bucketMissing, .bucketOfOthers:
            meetInS3(circumstance)
        case .keysExpire: plane.settings.keysExpire = .seconds(15)
        case .debugged: variables["RUNNER_DEBUG"] = "1"
        case .warmUpUntold: plane.settings.denied.insert(.getProvisionedConcurrencyConfig)
        }
    }

    private mutating func setUpdates(_ course: ControlPlane.Course) {
        plane.settings.codeUpdate = course
        plane.settings.configurationUpdate = course
    }

    private mutating func referToVersion() {
        guard plane.function("demo")?.latest.packageType == "Zip" else { return }
        let code = plane.function("demo")?.latest.code.bytes ?? []
        plane.addBucket("functions") { $0.isVersioned = true }
        let version = plane.putObject("functions", "demo.zip", code)
        plane.setStorage(
            of: "demo", kmsKeyArn: Fixture.key, reference: .init(bucket: "functions", key: "demo.zip", version: version)
        )
    }

    private mutating func putToSleep() {
        for version in plane.function("demo")?.versions ?? [] { plane.makeInactive("demo", version: version.name) }
    }

    private mutating func shift() {
        guard let versions = plane.function("demo")?.versions.map(\.name), versions.count > 1 else { return }
        plane.setWeights([versions[0]: 0.25], of: "live", function: "demo")
    }

    private mutating func supersede() {
        var newer = self
        newer.number(99)
        guard let run = WorkflowRun(newer.variables), let alias = plane.function("demo")?.aliases["live"] else {
            return
        }
        plane.setDescription(
            "ours [lockstep \(alias.functionVersion) run \(run.text)]", of: "live", function: "demo")
    }

    private static let failure = ControlPlane.Failure(code: "InternalError", reason: "It broke")
    private static let failing = ControlPlane.Course.fails(
        after: .milliseconds(300), code: "FunctionError", reason: "Cannot start\n::error::taken from AWS")
    private static let nasty = ControlPlane.Behaviour(
        payload: Array(#"{"statusCode":200,"errorMessage":"::set-output name=a::b s3cretvalue"}"#.utf8),
        functionError: "Unhandled",
        log: "::error::x\n  ::add-mask::y\r##[error]z ##[group]\n::stop-commands::s3cretvalue the-secret-key\n"
            + "connecting with \(Fixture.standingSecret)\n")
}
