import AWSCore
import AWSServices
import Deployment
import Identity

/// The policies for what the inputs ask for, to be printed. Nothing of the package is read, and nothing is written.
package struct PermissionsOrder: Sendable {
    package let headline: Wording
    package let remarks: [InputRemark]
    /// The account that the function's ARN names, or else the role that is to be assumed.
    package let account: String?
    /// Whom to ask for the account; `nil`: there are no credentials to ask with.
    package let destination: Destination?
    private let settings: Settings
    private let function: String
    private let region: Region
    private let subjects: TokenSubjects

    /// - Throws: all that is wrong with the inputs, at once.
    package init(_ given: ActionInputs, _ host: any Host, startedAt: Double) throws(InvalidInputs) {
        var inspection = Inspection()
        let environment = host.environment
        let inputs = given.withFilesRead(by: host, &inspection)
        let settings: Settings
        do throws(InvalidInputs) {
            settings = try Settings.from(
                inputs, environment: environment, profile: Destination.regionOfProfile(host), startedAt: startedAt)
        } catch {
            throw InvalidInputs(problems: error.problems + inspection.problems)
        }
        let function = inputs.task.function(&inspection)
        let region = Destination.region(inputs, host)
        // What is nil here has left a problem.
        guard inspection.problems.isEmpty, let function, let region else {
            throw InvalidInputs(problems: inspection.problems)
        }
        var unasked = Inspection()  // without credentials a placeholder stands for the account
        destination = Destination(inputs, host, &unasked)
        account = function.account ?? destination?.identity.role.flatMap { ARN($0.arn) }.map { String($0.account) }
        self.settings = settings
        self.function = function.name
        self.region = region
        subjects = TokenSubjects(
            environment, audience: destination?.identity.role?.audience ?? PlannedRole.usualAudience)
        remarks = settings.remarks + inspection.remarks
        headline = "Lockstep \(ours: lockstepVersion): permissions for \(ours: function.name) in \(ours: region.name)"
    }

    /// - Parameters:
    ///   - account: `nil`: nobody knows it.
    ///   - claims: what the job's identity token says; empty if there is none.
    package func listing(account: String?, claims: [Claim]) -> PermissionsListing {
        let subjects = TokenSubjects(claims: claims) ?? subjects
        let scope = PolicyScope(region: region, account: account ?? Self.placeholder)
        let policy = settings.policy(for: function, in: scope)
        let trust = TrustPolicy(
            partition: region.partition.name, account: scope.account, issuer: subjects.issuer,
            audience: subjects.audience, subjects: subjects.subjects)
        return PermissionsListing(
            policy: policy, trust: trust, isForPlansOnly: subjects.isOfPullRequests,
            notes: notes(isAccountKnown: account != nil, policy, subjects))
    }

    /// It is no account, so that IAM refuses it where nobody replaces it.
    private static let placeholder = "ACCOUNT_ID"

    private func notes(isAccountKnown: Bool, _ policy: Policy, _ subjects: TokenSubjects) -> [Wording] {
        let wide = policy.statements.filter { $0.resources == ["*"] }.flatMap(\.actions)
        let notes: [Wording?] = [
            isAccountKnown
                ? nil
                : "Replace \(ours: Self.placeholder) with the account's number: function-name is not an ARN, and AWS could not be "
                    + "asked whose account it is.",
            wide.isEmpty
                ? nil : "\"*\" cannot be narrowed for \(ours: wide.joined(separator: ", ")).",
            subjects.isOfWorkflow
                ? nil : "Replace OWNER and REPOSITORY, and the branch, with those that deploy.",
            subjects.subjects.count < 2
                ? nil
                : "Of the two forms of sub, GitHub sends one: that with IDs for repositories that were created, renamed or "
                    + "transferred since July 2026, or have chosen it. Keep that one where you can: a name can be taken over "
                    + "by somebody else after a rename, an ID cannot.",
            policy.statements.contains { $0.id == "Deploy" }
                ? "For dry-run, the role that plans needs lambda:UpdateFunctionCode as well." : nil,
            subjects.isOfPullRequests
                ? "Any pull request of this repository has this sub. Give only a role that plans this trust policy, never one that deploys."
                : nil,
            subjects.isOfToken
                ? nil
                : "In a job with an environment, sub ends with environment:NAME instead of \(ours: subjects.end).",
        ]
        return notes.compactMap(\.self)
    }
}

/// Policies as they are stored, and what is to be known of them.
package struct PermissionsListing: Sendable {
    package let policy: Policy
    package let trust: TrustPolicy
    /// Whoever may open a pull request could assume a role that has it.
    package let isForPlansOnly: Bool
    package let notes: [Wording]
}

extension ActionInputs {
    /// Whether policies are printed, and no more.
    package var listsPermissions: Bool { task.mode.given == RunMode.permissions.rawValue }
}
