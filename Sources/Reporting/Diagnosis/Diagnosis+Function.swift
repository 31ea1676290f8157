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
            happened: "\(ours: name) was there and is not any more: somebody deleted it.",
            advice: "Find out who did, then run it again; to have it created again, give role.")
    }

    static func functionFailed(_ reason: String, isUseless: Bool) -> Diagnosis {
        Diagnosis(
            title: isUseless ? "the function's creation had failed" : "the function is Failed",
            happened:
                "Its state is Failed, so nothing can be deployed to it. AWS's reason: \(supplied: reason.withoutFullStop).",
            advice: isUseless
                ? "Delete the function, fix the cause, and run it again with role to have it created again."
                : "Fix what AWS names, and run it again. Do not delete the function as long as anybody needs its "
                    + "versions: they go with it. A function of another name can be created with role.")
    }

    static func revisionMismatch(_ required: String, _ found: String?) -> Diagnosis {
        Diagnosis(
            title: "the function is not at revision-id",
            happened: "revision-id asks for \(supplied: required), but the function is at \(ours: found ?? "none").",
            advice: "Somebody changed the function since. Look at what stands, and give the revision you mean.")
    }

    static func packageTypeMismatch(_ planned: String, _ found: String) -> Diagnosis {
        Diagnosis(
            title: "a function keeps its package type",
            happened: "The package is of type \(ours: planned), but the function was created with type \(ours: found).",
            advice: "Give a package of type \(ours: found), or deploy to a function of another name.")
    }

    static func onlyForCreation(_ members: [ConfigurationMember]) -> Diagnosis {
        let names = members.map(\.rawValue).joined(separator: ", ")
        return Diagnosis(
            title: "a function keeps what it was created with",
            happened:
                "configuration asks for another \(ours: names) than the function has, and AWS changes that of no function.",
            advice: "Leave \(ours: names) out, or deploy to a function of another name.")
    }

    static func notTaken(_ members: [ConfigurationMember]) -> Diagnosis {
        let names = members.map(\.rawValue).joined(separator: ", ")
        return Diagnosis(
            title: "a setting was not taken",
            happened: "AWS accepted the configuration, but shows nothing of \(ours: names).",
            advice: "Check that configuration has it by AWS's own name, and that it exists in this Region.")
    }

    static func environmentUnreadable(_ reason: String) -> Diagnosis {
        Diagnosis(
            title: "the variables cannot be read",
            happened:
                "AWS could not decrypt the function's environment, so nothing can be merged or compared with it: \(supplied: reason.withoutFullStop).",
            advice:
                "Allow kms:Decrypt on the function's key. If the key is lost, give another as kms-key-arn, all variables, "
                + "and environment-strategy: replace.")
    }

    static let digestMissing = Diagnosis(
        title: "the code's digest is missing",
        happened: "The control plane shows no CodeSha256, so nobody can tell whether the right code is there.",
        advice: "AWS always shows it. Check endpoint-url and what answers there.")

    static func packageCannotWork(_ findings: [PackageFinding]) -> Diagnosis {
        Diagnosis(
            title: "the package cannot work", happened: findings.map(\.wording).joined(separator: "\n"),
            advice: "Nothing was sent. To deploy it all the same, give package-checks: warn.")
    }

    static let latestNotInvocable = Diagnosis(
        title: "$LATEST cannot be tested",
        happened: "The function runs on managed instances, where only published versions can be invoked.",
        advice: "A version is tested where smoke-test-target and publish are left out, or are version and true.")

    static func updateFailed(_ write: Write, _ reason: String, _ code: String?) -> Diagnosis {
        Diagnosis(
            title: write == .updateFunctionCode ? "the code update failed" : "the configuration update failed",
            happened:
                "\(write) was accepted, then failed\(code.map { " with \(ours: $0)" } ?? ""): \(supplied: reason.withoutFullStop). "
                + "Calls still get what stood before this update.",
            advice: UpdateAdvice.text(for: code))
    }

    static func versionFailed(_ version: String, _ reason: String) -> Diagnosis {
        Diagnosis(
            title: "version \(version) failed to start",
            happened:
                "Version \(ours: version) was published and then failed to start: \(supplied: reason.withoutFullStop).",
            advice: "Look at the function's log, fix its initialisation, and deploy again.")
    }

    static func oldVersionFailed(_ version: String, _ reason: String) -> Diagnosis {
        Diagnosis(
            title: "version \(version) is Failed",
            happened: "Version \(ours: version), which was there before, cannot be started: "
                + "\(supplied: reason.withoutFullStop).",
            advice:
                "Look at the function's log. To go back, give rollback-to another version; a deployment that is run "
                + "again publishes another one.")
    }
}
