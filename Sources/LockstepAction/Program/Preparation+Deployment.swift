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
            self.client(service, endpoint, over: transport, clock, listener)
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
        guard let endpoint = destination.sts else { return Place(region: region, caller: nil) }
        let sts = STS(client: client(.sts, endpoint, over: transport, clock, listener))
        do throws(AWSFailure) {
            return Place(region: region, caller: try await sts.getCallerIdentity(within: .seconds(2)))
        } catch {
            return Place(region: region, caller: nil)
        }
    }

    private func client(
        _ service: AWSService, _ endpoint: Endpoint, over transport: any HTTPTransport, _ clock: any Clock,
        _ listener: CallListener
    ) -> AWSClient {
        var client = AWSClient(
            transport: transport, clock: clock, credentials: destination.credentials, region: destination.region,
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
