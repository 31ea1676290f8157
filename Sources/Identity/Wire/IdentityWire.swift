import AWSCore
import AWSServices
import HTTP

/// What it takes to ask for credentials: the way to whoever has them, time, and who hears of it.
package struct IdentityWire: Sendable {
    let transport: any HTTPTransport
    let clock: any Clock
    let region: Region
    let sts: Endpoint
    let userAgent: String
    /// Until then there have to be credentials, whatever places are looked at.
    private let deadline: Deadline
    private let hear: @Sendable (AWSTry) -> Void
    /// Keeps these out of everything that is shown, by us and by the rest of the job.
    let hide: @Sendable ([Secret]) -> Void
    let tell: @Sendable (IdentityFact) -> Void

    /// - Parameter longest: how long it may take until there are credentials, from now on; the run may have a deadline.
    package init(
        transport: any HTTPTransport, clock: any Clock, region: Region, sts: Endpoint, userAgent: String,
        longest: Duration, hear: @escaping @Sendable (AWSTry) -> Void, hide: @escaping @Sendable ([Secret]) -> Void,
        tell: @escaping @Sendable (IdentityFact) -> Void
    ) {
        self.transport = transport
        self.clock = clock
        self.region = region
        self.sts = sts
        self.userAgent = userAgent
        deadline = Deadline(after: longest, by: clock)
        self.hear = hear
        self.hide = hide
        self.tell = tell
    }

    var left: Duration { deadline.left }

    func sts(as credentials: any CredentialsSource) -> STS {
        STS(client: client(.sts, credentials))
    }

    /// For an address that stands for itself, and is asked without a signature.
    func client(errors: AWSService.Errors) -> AWSClient {
        let service = AWSService(
            signingName: "", hostPrefix: "", endpointVariable: "", signature: .ordinary, errors: errors)
        return client(service, NoCredentials())
    }

    private func client(_ service: AWSService, _ credentials: any CredentialsSource) -> AWSClient {
        var client = AWSClient(
            transport: transport, clock: clock, credentials: credentials, region: region, service: service,
            endpoint: sts, userAgent: userAgent)
        client.onTry = hear
        return client
    }
}
