import AWSCore
import AWSServices
import Deployment
import HTTP
import Identity
import Inputs
import Reporting

extension Preparation {
    func deployment(
        as credentials: any CredentialsSource, over transport: any HTTPTransport, _ clock: any Clock, _ cut: S3Cut,
        _ journal: Journal, _ listener: CallListener
    ) -> FunctionDeployment {
        func client(_ service: AWSService, _ endpoint: Endpoint) -> AWSClient {
            destination.client(service, endpoint, as: credentials, over: transport, clock, listener)
        }
        return FunctionDeployment(
            plan: plan, lambda: Lambda(client: client(.lambda, destination.lambda)),
            s3: S3(client: client(.s3, destination.s3)), ecr: ECR(client: client(.ecr, destination.ecr)),
            cloudWatch: CloudWatch(client: client(.cloudWatch, destination.cloudWatch)),
            codeDeploy: CodeDeploy(client: client(.codeDeploy, destination.codeDeploy)),
            clock: clock, cut: cut, journal: journal)
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
