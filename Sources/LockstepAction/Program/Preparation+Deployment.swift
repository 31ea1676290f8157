import AWSCore
import AWSServices
import Deployment
import HTTP
import Inputs
import Reporting

extension Preparation {
    func deployment(
        over transport: any HTTPTransport, _ clock: any Clock, _ cut: S3Cut, _ journal: Journal,
        _ listener: CallListener
    ) -> FunctionDeployment {
        func client(_ service: AWSService, _ endpoint: Endpoint) -> AWSClient {
            destination.client(service, endpoint, over: transport, clock, listener)
        }
        return FunctionDeployment(
            plan: plan, lambda: Lambda(client: client(.lambda, destination.lambda)),
            s3: S3(client: client(.s3, destination.s3)), ecr: ECR(client: client(.ecr, destination.ecr)),
            cloudWatch: CloudWatch(client: client(.cloudWatch, destination.cloudWatch)),
            codeDeploy: CodeDeploy(client: client(.codeDeploy, destination.codeDeploy)),
            clock: clock, cut: cut, journal: journal)
    }

    /// Where a function was looked for, and as whom; `nil`: that would explain nothing. It takes two seconds at most, and
    /// whatever goes wrong with it counts as not known.
    func place(
        of ending: Ending, over transport: any HTTPTransport, _ clock: any Clock, _ listener: CallListener
    ) async -> Place? {
        guard ending.isExplainedByPlace, settings.creationProblems.isEmpty, !Task.isCancelled else { return nil }
        let region = destination.region.name
        return Place(region: region, caller: await destination.caller(over: transport, clock, listener))
    }
}

extension Destination {
    /// As whom AWS knows us; `nil`: nobody could tell within two seconds.
    func caller(
        over transport: any HTTPTransport, _ clock: any Clock, _ listener: CallListener
    ) async -> CallerIdentity? {
        guard let sts else { return nil }
        do throws(AWSFailure) {
            return try await STS(client: client(.sts, sts, over: transport, clock, listener))
                .getCallerIdentity(within: .seconds(2))
        } catch {
            return nil
        }
    }

    fileprivate func client(
        _ service: AWSService, _ endpoint: Endpoint, over transport: any HTTPTransport, _ clock: any Clock,
        _ listener: CallListener
    ) -> AWSClient {
        var client = AWSClient(
            transport: transport, clock: clock, credentials: credentials, region: region,
            service: service, endpoint: endpoint, userAgent: "lockstep/\(lockstepVersion)")
        client.onTry = listener.hear
        return client
    }
}

extension Fact {
    init(_ remark: InputRemark) {
        switch remark.kind {
        case .warning: self = .doubtful(input: remark.input, remark.message)
        case .notice: self = .remarkable(input: remark.input, remark.message)
        }
    }
}
