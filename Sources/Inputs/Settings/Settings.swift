import AWSCore
import AWSServices
import Deployment
import Engine

/// What the inputs mean, checked: everything that can be known before the package is read and AWS is asked.
package struct Settings: Sendable {
    package let mode: RunMode
    /// `nil`: a rollback to a version.
    package let source: PackageSource?
    /// `nil`: the package goes into the request, or lies elsewhere.
    package let upload: UploadTarget?
    /// The account that has to own the bucket of the package.
    package let bucketOwner: String?
    package let functionName: String
    package let architectures: [String]?
    package let sourceKMSKeyArn: String?
    package let configuration: [ConfigurationMember: JSONValue]
    package let environment: PlannedEnvironment?
    package let tags: [String: String]
    package let creation: PlannedCreation?
    package let requiredRevisionId: String?
    package let smokeTests: SmokeTests?
    package let publication: PlannedPublication?
    package let waits: WaitPolicy
    package let conflicts: ConflictPolicy
    package let history: PlannedHistory
    package let onFailure: OnFailure
    /// Empty: all.
    package let allowedAccounts: [String]
    /// What is to be known of the inputs, which are taken all the same.
    package let remarks: [InputRemark]
}

extension Settings {
    /// The plan, once the package has been read.
    package func plan(code: PlannedCode?) -> DeploymentPlan {
        DeploymentPlan(
            functionName: functionName, code: code, configuration: configuration, environment: environment,
            tags: tags, creation: creation, requiredRevisionId: requiredRevisionId, smokeTests: smokeTests,
            publication: publication, waits: waits, conflicts: conflicts, history: history, onFailure: onFailure,
            allowedAccounts: allowedAccounts)
    }

    /// The code as planned.
    /// - Parameter digest: as ``PlannedCode/digest``.
    package func code(
        _ code: FunctionCode, digest: String?, judgement: @escaping PackageJudgement, upload: PlannedUpload?
    ) -> PlannedCode {
        PlannedCode(
            source: code, digest: digest, likelyDigest: source?.knownDigest, architectures: architectures,
            sourceKMSKeyArn: sourceKMSKeyArn, judgement: judgement, upload: upload, bucketOwner: bucketOwner)
    }

    /// The inputs that are missing if the function turns out to be missing; none that matters to one that exists.
    package var creationProblems: [InputProblem] {
        guard let creation, creation.packageType == "Zip" else { return [] }
        var inspection = Inspection()
        for member in ConfigurationInputs.members where ["Handler", "Runtime"].contains(member.name) {
            guard configuration[member.name] == nil else { continue }
            inspection.note(
                member.input, "is missing: there is no such function, and creating it from a zip needs this input")
        }
        return inspection.problems
    }
}
