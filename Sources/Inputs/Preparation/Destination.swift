import AWSCore
import AWSServices
import Identity

/// Whom the program speaks to, and as whom.
package struct Destination: Sendable {
    package let identity: IdentityPlan
    package let region: Region
    package let lambda: Endpoint
    package let s3: Endpoint
    package let ecr: Endpoint
    package let cloudWatch: Endpoint
    package let codeDeploy: Endpoint
    /// Where roles are assumed, and where it is asked whose the credentials are.
    package let sts: Endpoint
    /// Whoever has brought Lambda elsewhere has not said where this is: AWS shall not be asked unless that was wished for.
    package let isSTSFarFromLambda: Bool

    init?(_ inputs: ActionInputs, _ host: any Host, _ inspection: inout Inspection) {
        let environment = host.environment
        let identity = inputs.aws.identity(environment, &inspection)
        if identity.roleByToken == nil { Self.check(environment, &inspection) }
        AuthoritiesFile.check(host, &inspection)
        let region = Self.region(inputs, host)
        let search = EndpointSearch(
            region: region, input: inputs.aws.endpointUrl, environment: environment,
            wishes: EndpointWishes(Surroundings(host), &inspection))
        let endpoints = search.endpoints(needed: inputs.services(asking: identity, environment), &inspection)
        // All are looked at before any is missed, so that everything that is wrong is told.
        guard let region, let endpoints else { return nil }
        self.identity = identity
        self.region = region
        lambda = endpoints[.lambda]
        s3 = endpoints[.s3]
        ecr = endpoints[.ecr]
        cloudWatch = endpoints[.cloudWatch]
        codeDeploy = endpoints[.codeDeploy]
        sts = endpoints[.sts]
        isSTSFarFromLambda = lambda.isCustom && !sts.isCustom || sts == .nowhere
    }

    /// What shows of the keys before anybody is asked.
    private static func check(_ environment: [String: String], _ inspection: inout Inspection) {
        do throws(CredentialsFailure) {
            _ = try Credentials(environment: environment)
        } catch {
            switch error {
            // They may be elsewhere, and a secret alone keeps nobody from looking there.
            case .notSet, .halfSet(missing: "AWS_ACCESS_KEY_ID"): break
            case .halfSet(let missing):
                inspection.note(missing, "is not set, though the other half of the key pair is")
            case .malformed(let variable):
                inspection.note(variable, "holds blanks or characters that no key has: set it again, without quotes")
            }
        }
    }

    /// Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html
    static func regionOfProfile(_ host: any Host) -> NamedSetting? { Surroundings(host).setting(ofProfile: "region") }

    /// What is wrong with the Region is told with the other inputs; a function's ARN may name it, too.
    static func region(_ inputs: ActionInputs, _ host: any Host) -> Region? {
        var inspection = Inspection()
        let function = inputs.task.function(&inspection)
        guard let name = inputs.aws.region(host.environment, regionOfProfile(host), of: function, &inspection) else {
            return nil
        }
        return try? Region(name, from: "aws-region")  // checked by then
    }
}

extension ActionInputs {
    /// The services that these inputs need. STS is asked by whoever assumes a role, and perhaps by whoever has no keys yet.
    fileprivate func services(asking identity: IdentityPlan, _ environment: [String: String]) -> Set<CalledService> {
        var services: Set<CalledService> = [.lambda]
        if package.s3Bucket.given != nil { services.insert(.s3) }
        if package.imageUri.given != nil { services.insert(.ecr) }
        if traffic.alarms.given != nil { services.insert(.cloudWatch) }
        if traffic.codedeployApplication.given != nil { services.insert(.codeDeploy) }
        let hasKeys = environment["AWS_ACCESS_KEY_ID"].given != nil
        if identity.role != nil || !identity.allowedAccounts.isEmpty || !hasKeys { services.insert(.sts) }
        return services
    }
}
