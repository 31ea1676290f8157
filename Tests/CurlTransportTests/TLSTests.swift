import HTTP
import Testing

@testable import CurlTransport

extension OverSockets {
    @Suite struct TLS {
        @Test func aServerWithACertificateOfAGivenAuthorityIsTrusted() async throws {
            let server = try TLSServer(options: [])
            defer { server.stop() }
            for certificates in [
                CurlTransport.Settings.Certificates.file(server.certificate), .directory(server.directory),
            ] {
                let transport = CurlTransport(settings: .init(certificates: certificates))
                #expect(try await transport.send(get(server.origin(host: "127.0.0.1"))).status == 200)
            }
        }

        @Test func aServerThatNobodyVouchesForGetsNothing() async throws {
            let server = try TLSServer(options: [])
            defer { server.stop() }
            let failure = await CurlTransport.plain().failure(put(server.origin(host: "127.0.0.1")))
            #expect(failure?.kind == "untrusted")
            #expect(failure?.reason.contains("self-signed certificate") == true)
        }

        @Test func aCertificateForAnotherNameIsRefused() async throws {
            let server = try TLSServer(options: [])
            defer { server.stop() }
            let transport = CurlTransport(settings: .init(certificates: .file(server.certificate)))
            let failure = await transport.failure(put(server.origin(host: "localhost")))
            #expect(failure?.kind == "untrusted")
            #expect(failure?.reason.contains("localhost") == true)
        }

        @Test func anOldTLSIsRefused() async throws {
            let server = try TLSServer(options: ["-tls1_1", "-cipher", "DEFAULT:@SECLEVEL=0"])
            defer { server.stop() }
            let transport = CurlTransport(settings: .init(certificates: .file(server.certificate)))
            let failure = await transport.failure(put(server.origin(host: "127.0.0.1")))
            #expect(failure?.kind == "notSent")
            #expect(failure?.reason.contains("protocol") == true)
        }

        @Test func theSystemsDirectoryIsUsedWhereItIsHashed() throws {
            let server = try TLSServer(options: [])
            defer { server.stop() }
            let system = CurlTransport.Settings.Certificates.systemDefault
            #expect(system.resolved(systemDirectory: server.directory) == .directory(server.directory))
            #expect(system.resolved(systemDirectory: "/") == .systemDefault)
            #expect(system.resolved(systemDirectory: "/nowhere") == .systemDefault)
            let given = CurlTransport.Settings.Certificates.file("/a")
            #expect(given.resolved(systemDirectory: server.directory) == given)
        }

        @Test func authoritiesThatAreNotThereAreNamed() async throws {
            let server = try TLSServer(options: [])
            defer { server.stop() }
            let transport = CurlTransport(settings: .init(certificates: .file("/nowhere/bundle.pem")))
            let failure = await transport.failure(put(server.origin(host: "127.0.0.1")))
            #expect(failure?.kind == "untrusted")
            #expect(failure?.reason.contains("/nowhere/bundle.pem") == true)
        }
    }
}
