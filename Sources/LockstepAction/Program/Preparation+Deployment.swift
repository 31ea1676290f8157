import AWSCore
import AWSServices
import Deployment
import HTTP
import Identity
import Inputs
import Reporting

extension Preparation {
    /// As whom to speak, before anything is asked of Lambda.
    func credentials(
        over transport: any HTTPTransport, _ clock: any Clock, _ host: any Host, _ voice: Voice, _ narrator: Narrator,
        _ listener: CallListener
    ) async throws(IdentityFailure) -> any CredentialsSource {
        let wire = IdentityWire(
            transport: transport, clock: clock, region: destination.region, sts: destination.sts,
            userAgent: Self.userAgent, hear: listener.hear, hide: { voice.mask($0.map(\.revealed)) },
            tell: narrator.tell)
        return try await Identification(destination.identity, in: Surroundings(host), wire: wire).credentials()
    }

    func deployment(
        as credentials: any CredentialsSource, over transport: any HTTPTransport, _ clock: any Clock, _ cut: S3Cut,
        _ journal: Journal, _ listener: CallListener
    ) -> FunctionDeployment {
        func client(_ service: AWSService, _ endpoint: Endpoint) -> AWSClient {
            self.client(service, endpoint, as: credentials, over: transport, clock, listener)
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
        of ending: Ending, as credentials: any CredentialsSource, over transport: any HTTPTransport, _ clock: any Clock,
        _ listener: CallListener
    ) async -> Place? {
        guard ending.isExplainedByPlace, settings.creationProblems.isEmpty, !Task.isCancelled else { return nil }
        let region = destination.region.name
        guard !destination.isSTSFarFromLambda else { return Place(region: region, caller: nil) }
        let sts = STS(client: client(.sts, destination.sts, as: credentials, over: transport, clock, listener))
        do throws(AWSFailure) {
            return Place(region: region, caller: try await sts.getCallerIdentity(within: .seconds(2), mostTries: 1))
        } catch {
            return Place(region: region, caller: nil)
        }
    }

    private func client(
        _ service: AWSService, _ endpoint: Endpoint, as credentials: any CredentialsSource,
        over transport: any HTTPTransport, _ clock: any Clock, _ listener: CallListener
    ) -> AWSClient {
        var client = AWSClient(
            transport: transport, clock: clock, credentials: credentials, region: destination.region,
            service: service, endpoint: endpoint, userAgent: Self.userAgent)
        client.onTry = listener.hear
        return client
    }

    private static let userAgent = "lockstep/\(lockstepVersion)"
}

extension Surroundings {
    /// Files with keys and settings are small.
    private static let mostBytes = 1 << 20

    fileprivate init(_ host: any Host) {
        self.init(
            environment: host.environment,
            read: { path in
                do throws(HostFailure) {
                    return .content(try host.read(fileAt: path, bytesAtMost: Self.mostBytes))
                } catch {
                    return .unreadable(reason: error.reason)
                }
            },
            run: { command, time in
                do throws(HostFailure) {
                    return .output(try await host.run(command, within: time))
                } catch {
                    return .failed(reason: error.reason)
                }
            })
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
