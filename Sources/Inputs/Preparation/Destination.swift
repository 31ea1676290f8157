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

    init?(_ inputs: ActionInputs, _ environment: [String: String], _ inspection: inout Inspection) {
        let identity = inputs.aws.identity(environment, &inspection)
        if identity.roleByToken == nil { Self.check(environment, &inspection) }
        let region = Self.region(inputs, environment)
        func endpoint(of service: AWSService) -> Endpoint? {
            Self.endpoint(of: service, inputs, environment, region, &inspection)
        }
        let (lambda, s3, ecr) = (endpoint(of: .lambda), endpoint(of: .s3), endpoint(of: .ecr))
        let (cloudWatch, codeDeploy, sts) = (endpoint(of: .cloudWatch), endpoint(of: .codeDeploy), endpoint(of: .sts))
        // All are looked at before any is missed, so that everything that is wrong is told.
        guard let region, let lambda, let s3, let ecr, let cloudWatch, let codeDeploy, let sts else {
            return nil
        }
        self.identity = identity
        self.region = region
        self.lambda = lambda
        self.s3 = s3
        self.ecr = ecr
        self.cloudWatch = cloudWatch
        self.codeDeploy = codeDeploy
        self.sts = sts
        isSTSFarFromLambda = lambda.isCustom && !sts.isCustom
    }

    /// What shows of the keys before anybody is asked.
    private static func check(_ environment: [String: String], _ inspection: inout Inspection) {
        do throws(CredentialsFailure) {
            _ = try Credentials(environment: environment)
        } catch {
            switch error {
            // They may be elsewhere.
            case .notSet: break
            case .halfSet(let missing):
                inspection.note(missing, "is not set, though the other half of the key pair is")
            case .malformed(let variable):
                inspection.note(variable, "holds blanks or characters that no key has: set it again, without quotes")
            }
        }
    }

    /// What is wrong with the Region is told with the other inputs; a function's ARN may name it, too.
    static func region(_ inputs: ActionInputs, _ environment: [String: String]) -> Region? {
        var inspection = Inspection()
        let function = inputs.task.function(&inspection)
        guard let name = inputs.aws.region(environment, of: function, &inspection) else { return nil }
        return try? Region(name, from: "aws-region")  // checked by then
    }

    /// An `endpoint-url` serves for all services: whoever rehearses elsewhere has no package in AWS's own S3.
    ///
    /// - Parameter region: `nil` is told elsewhere; an address that somebody named is looked at all the same.
    private static func endpoint(
        of service: AWSService, _ inputs: ActionInputs, _ environment: [String: String], _ region: Region?,
        _ inspection: inout Inspection
    ) -> Endpoint? {
        let input = inputs.aws.endpointUrl
        do throws(EndpointFailure) {
            guard let region else { return try Endpoint.named(for: service, input: input, environment: environment) }
            return try Endpoint.resolve(for: service, in: region, input: input, environment: environment)
        } catch {
            guard case .malformed(let source, let reason) = error else { return nil }
            // All services may share one address that is wrong.
            let isTold = inspection.problems.contains { $0.input == source }
            if !isTold {
                inspection.note(source, "must be an address such as https://lambda.example.com:8443/path: \(reason)")
            }
            return nil
        }
    }
}
