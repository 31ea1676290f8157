import AWSCore
import Deployment
import Engine

// Failures that lie with the function itself.
extension Diagnosis {
    static func functionMissing(_ name: String) -> Diagnosis {
        Diagnosis(
            title: "the function does not exist",
            happened: "There is no function \(ours: name) in this Region and account.",
            advice: "Check function-name, aws-region and the credentials. A deployment creates it if role is given.")
    }

    static func functionVanished(_ name: String) -> Diagnosis {
        Diagnosis(
            title: "the function is gone",
            happened: "\(ours: name) existed earlier in this run: someone deleted it.",
            advice: "Find out who did, then run again. To have it re-created, set role.")
    }

    static func functionFailed(_ reason: StatedReason, isUseless: Bool) -> Diagnosis {
        let cure = reason.cure(orElse: "Fix what AWS reports.")
        return Diagnosis(
            title: isUseless ? "the function's creation had failed" : "the function is Failed",
            happened: "Its state is Failed, so nothing can be deployed to it. AWS's reason: \(reason.wording).",
            advice: isUseless
                ? "\(cure) Then delete the function, and run again with role set to re-create it."
                : "\(cure) Then run again. Do not delete the function while anyone needs its "
                    + "versions: they are deleted with it. With role set, a function with another name can be created.")
    }

    static func revisionMismatch(_ required: String, _ found: String?) -> Diagnosis {
        Diagnosis(
            title: "the function is not at revision-id",
            happened: "revision-id asks for \(supplied: required), but the function is at \(ours: found ?? "none").",
            advice:
                "Someone has changed the function since then. Review its current state, and set the revision you mean.")
    }

    static func packageTypeMismatch(_ planned: String, _ found: String) -> Diagnosis {
        Diagnosis(
            title: "a function keeps its package type",
            happened: "The package is of type \(ours: planned), but the function was created with type \(ours: found).",
            advice: "Use a package of type \(ours: found), or deploy to a function with another name.")
    }

    static func onlyForCreation(_ members: [ConfigurationMember]) -> Diagnosis {
        let names = members.map(\.rawValue).joined(separator: ", ")
        return Diagnosis(
            title: "this setting cannot change after creation",
            happened:
                "configuration sets \(ours: names) to another value than the function has, and AWS does not allow that to change.",
            advice: "Remove \(ours: names), or deploy to a function with another name.")
    }

    static func notTaken(_ members: [ConfigurationMember]) -> Diagnosis {
        let names = members.map(\.rawValue).joined(separator: ", ")
        return Diagnosis(
            title: "a setting was ignored",
            happened: "AWS accepted the configuration but does not show \(ours: names).",
            advice: "Check that configuration uses AWS's own name for it, and that this Region supports it.")
    }

    static func environmentUnreadable(_ reason: String) -> Diagnosis {
        Diagnosis(
            title: "the variables cannot be read",
            happened:
                "AWS could not decrypt the function's environment, so Lockstep cannot merge or compare it: \(supplied: reason.withoutFullStop).",
            advice:
                "Allow kms:Decrypt on the function's key. If the key is lost, set kms-key-arn to another one, and give all variables with "
                + "environment-strategy: replace.")
    }

    static let digestMissing = Diagnosis(
        title: "the code's digest is missing",
        happened:
            "The control plane returns no CodeSha256, so there is no way to tell whether the right code is there.",
        advice: "AWS always returns it. Check endpoint-url and what answers there.")

    static func oldCodeNotKept(_ reason: Wording) -> Diagnosis {
        Diagnosis(
            title: "the current code could not be kept",
            happened:
                "With on-failure: restore, $LATEST has to go back if the deployment fails, and the code that stands now could "
                + "not be kept for that: \(reason).",
            advice: "Remove that cause and run again. To deploy without this safety, set on-failure: keep.")
    }

    static func packageCannotWork(_ findings: [PackageFinding]) -> Diagnosis {
        Diagnosis(
            title: "the package cannot work", happened: findings.map(\.wording).joined(separator: "\n"),
            advice: "Nothing was sent. To deploy it anyway, set package-checks: warn.")
    }

    static let latestNotInvocable = Diagnosis(
        title: "$LATEST cannot be tested",
        happened: "The function runs on managed instances, where only published versions can be invoked.",
        advice:
            "Leave out smoke-test-target and publish, or set them to version and true: the published version is then tested."
    )

    static func updateFailed(_ write: Write, _ reason: StatedReason) -> Diagnosis {
        let cause = reason.remedy?.cause.map { ": \($0)" } ?? ""
        return Diagnosis(
            title: (write == .updateFunctionCode ? "the code update failed" : "the configuration update failed")
                + cause,
            happened: "\(write) was accepted, then failed: \(reason.wording). "
                + "Calls are still served by what was there before this update.",
            advice: "\(reason.cure(orElse: "Fix what AWS reports.")) Then run again: a successful update is the fix.")
    }

    static func versionFailed(_ version: String, _ reason: StatedReason) -> Diagnosis {
        Diagnosis(
            title: "version \(version) failed to start",
            happened: "Version \(ours: version) was published and then failed to start: \(reason.wording).",
            advice:
                "\(reason.cure(orElse: "Look at the function's log, and fix its initialisation.")) Then deploy again."
        )
    }

    static func oldVersionFailed(_ version: String, _ reason: StatedReason) -> Diagnosis {
        Diagnosis(
            title: "version \(version) is Failed",
            happened: "The existing version \(ours: version) cannot be started: \(reason.wording).",
            advice:
                "\(reason.cure(orElse: "Look at the function's log.")) To go back, set rollback-to to another version; "
                + "running a deployment again publishes a new one.")
    }
}

extension StatedReason {
    fileprivate var remedy: Remedy? { code.flatMap(Remedy.ofState) }

    func cure(orElse usual: String) -> Wording { .ours(remedy?.cure ?? usual) }

    /// Of a code that nobody here knows as well: as AWS says it.
    var wording: Wording {
        "\(ours: code.map { "\($0): " } ?? "")\(supplied: text.withoutFullStop)"
    }
}
