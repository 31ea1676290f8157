import AWSCore
import AWSServices
import HTTP
import Identity
import Inputs
import Reporting

extension Destination {
    /// How it is found out as whom to speak.
    /// - Parameter deadline: of the whole run; `nil`: it has none.
    func identification(
        before deadline: Duration?, over transport: any HTTPTransport, _ clock: any Clock, _ host: any Host,
        _ voice: Voice, _ narrator: Narrator,
        _ listener: CallListener
    ) -> Identification {
        let wire = IdentityWire(
            transport: transport, clock: clock, region: region, sts: sts, userAgent: Self.userAgent,
            longest: min(.seconds(60), deadline ?? .seconds(60)), hear: listener.hear,
            hide: { voice.mask($0.map(\.revealed)) }, tell: narrator.tell)
        return Identification(identity, in: Surroundings(host), wire: wire)
    }

    /// As whom AWS knows us; `nil`: nobody could tell within two seconds.
    func caller(
        as credentials: any CredentialsSource, over transport: any HTTPTransport, _ clock: any Clock,
        _ listener: CallListener
    ) async -> CallerIdentity? {
        guard !isSTSFarFromLambda else { return nil }
        let sts = STS(client: client(.sts, sts, as: credentials, over: transport, clock, listener))
        do throws(AWSFailure) {
            return try await sts.getCallerIdentity(within: .seconds(2), mostTries: 1)
        } catch {
            return nil
        }
    }

    /// Where a function was looked for, and as whom; `nil`: that would explain nothing. It takes two seconds at most, and
    /// whatever goes wrong with it counts as not known.
    func place(
        of ending: Ending, as credentials: any CredentialsSource, over transport: any HTTPTransport, _ clock: any Clock,
        _ listener: CallListener
    ) async -> Place? {
        guard ending.isExplainedByPlace, !Task.isCancelled else { return nil }
        return Place(
            region: region.name, caller: await caller(as: credentials, over: transport, clock, listener))
    }

    func client(
        _ service: AWSService, _ endpoint: Endpoint, as credentials: any CredentialsSource,
        over transport: any HTTPTransport, _ clock: any Clock, _ listener: CallListener
    ) -> AWSClient {
        var client = AWSClient(
            transport: transport, clock: clock, credentials: credentials, region: region, service: service,
            endpoint: endpoint, userAgent: Self.userAgent)
        client.onTry = listener.hear
        return client
    }

    private static let userAgent = "lockstep/\(lockstepVersion)"
}
