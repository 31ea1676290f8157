import AWSCore
import AWSServices
import Deployment

/// Everything that can be known, read and checked before AWS is asked.
package struct Preparation: Sendable {
    package let settings: Settings
    package let plan: DeploymentPlan
    /// `nil`: none is asked for.
    package let dryRun: PlannedDryRun?
    /// What is about to be done, in one line.
    package let headline: Wording
    package let destination: Destination
    /// What is to be known of inputs and package, which are taken all the same.
    package let remarks: [InputRemark]

    /// - Throws: all that is wrong, at once: inputs, package, credentials, endpoint.
    package init(_ given: ActionInputs, _ host: any Host, startedAt: Double) throws(InvalidInputs) {
        var inspection = Inspection()
        let inputs = given.withFilesRead(by: host, &inspection)
        let package = inputs.goesBackToVersion ? nil : ReadPackage(of: inputs, &inspection)
        let destination = Destination(inputs, host, &inspection)
        inputs.package.checkImage(for: destination, &inspection)
        let settings: Settings
        do throws(InvalidInputs) {
            settings = try Settings.from(
                inputs, environment: host.environmentWithOrigin, profile: Destination.regionOfProfile(host),
                startedAt: startedAt)
        } catch {
            throw InvalidInputs(problems: error.problems + inspection.problems)
        }
        // What is nil here has left a problem.
        guard inspection.problems.isEmpty, package != nil || inputs.goesBackToVersion, let destination else {
            throw InvalidInputs(problems: inspection.problems)
        }
        self.settings = settings
        self.destination = destination
        dryRun = inputs.task.wantsDryRun ? PlannedDryRun(isAtAWS: !destination.lambda.isCustom) : nil
        remarks = settings.remarks + inspection.remarks
        var plan = settings.plan(
            code: package.map {
                settings.code($0.source, digest: $0.digest, judgement: $0.judgement, upload: $0.upload)
            })
        plan.code?.weight = package?.weight
        // Such a function cannot be created, but it may be there; if it is not, the report names what is missing.
        if !settings.creationProblems.isEmpty { plan.creation = nil }
        self.plan = plan
        headline =
            "Lockstep \(ours: lockstepVersion): \(ours: settings.mode.rawValue) \(ours: settings.functionName) in \(ours: destination.region.name)"
            + (package.map { ", from \($0.wording)" } ?? "")
    }
}

extension PackageInputs {
    /// Whoever has brought Lambda elsewhere has images elsewhere, too.
    fileprivate func checkImage(for destination: Destination?, _ inspection: inout Inspection) {
        guard let destination, !destination.lambda.isCustom, let uri = imageUri.given, TextRule.imageURI.allows(uri),
            let fault = ImageAddress.fault(of: uri, in: destination.region.name)
        else { return }
        inspection.note(\Self.imageUri, fault)
    }
}

extension ActionInputs {
    /// As it was given; empty if it was not.
    package var functionName: String { task.functionName ?? "" }

    /// Without what may stand around it; `nil` where it was not given, or cannot be a function's.
    package var shortFunctionName: String? {
        try? FunctionName(input: functionName).name  // what is wrong with it is told with the other inputs
    }

    /// What a run is about: the function, or the package that is made.
    package var subject: String { makesPackage ? package.packageFile ?? "" : functionName }

    /// The credentials that open something, a proxy's among them: nobody else in the job needs to read them.
    package func keys(_ environment: [String: String]) -> [String] {
        ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"].compactMap { environment[$0].given }
            + ProxyCredentials.secrets(environment)
    }

    /// What the variables that are given hold: secrets, perhaps, but also what others in the job go on with.
    package func variableValues(readBy host: any Host) -> [String] {
        var inspection = Inspection()  // what is wrong is told when the settings are made
        let configuration = withFilesRead(by: host, &inspection).configuration
        let own = inspection.read(\.environment, of: configuration, EnvironmentVariables.read) ?? [:]
        let others = configuration.configuration.given.map(GivenConfiguration.secrets) ?? []
        return own.values.map(\.revealed) + others
    }
}
