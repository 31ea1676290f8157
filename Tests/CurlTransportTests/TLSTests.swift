import HTTP
import Testing

@testable import CurlTransport

extension OverSockets {
    @Suite struct TLS {
        @Test func aServerWithACertificateOfAGivenAuthorityIsTrusted() async throws {
            let server = try TLSServer(options: [])
            defer { server.stop() }
            for certificates in [
                LibcurlSettings.Certificates.file(server.certificate), .directory(server.directory),
            ] {
                let transport = LibcurlTransport(settings: .init(certificates: certificates))
                #expect(try await transport.send(get(server.origin(host: "127.0.0.1"))).status == 200)
            }
        }

        @Test func aServerThatNobodyVouchesForGetsNothing() async throws {
            let server = try TLSServer(options: [])
            defer { server.stop() }
            let failure = await LibcurlTransport.plain().failure(put(server.origin(host: "127.0.0.1")))
            #expect(failure?.kind == "untrusted")
            #expect(failure?.reason.contains("self-signed certificate") == true)
        }

        @Test func aCertificateForAnotherNameIsRefused() async throws {
            let server = try TLSServer(options: [])
            defer { server.stop() }
            let transport = LibcurlTransport(settings: .init(certificates: .file(server.certificate)))
            let failure = await transport.failure(put(server.origin(host: "localhost")))
            #expect(failure?.kind == "untrusted")
            #expect(failure?.reason.contains("localhost") == true)
        }

        @Test func anOldTLSIsRefused() async throws {
            let server = try TLSServer(options: ["-tls1_1", "-cipher", "DEFAULT:@SECLEVEL=0"])
            defer { server.stop() }
            let transport = LibcurlTransport(settings: .init(certificates: .file(server.certificate)))
            let failure = await transport.failure(put(server.origin(host: "127.0.0.1")))
            #expect(failure?.kind == "notSent")
            #expect(failure?.reason.contains("protocol") == true)
        }

        @Test func theSystemsAuthoritiesAreAHashedDirectoryOrElseTheFirstBundleThatIsThere() throws {
            let server = try TLSServer(options: [])
            defer { server.stop() }
            func found(_ directory: String, _ bundles: [String]) -> LibcurlSettings.Certificates {
                LibcurlSettings.Certificates.systemDefault.resolved(
                    on: SystemCertificates(directory: directory, bundles: bundles))
            }
            let bundle = server.certificate
            #expect(found(server.directory, [bundle]) == .directory(server.directory))
            #expect(found("/", ["/nowhere.pem", bundle, "/etc/hosts"]) == .file(bundle))
            #expect(found("/nowhere", ["/nowhere.pem"]) == .systemDefault)
        }

        @Test func whatTheUserNamesIsNotLookedForElsewhere() throws {
            let given = LibcurlSettings.Certificates.file("/a")
            #expect(given.resolved(on: .linux) == given)
        }

        @Test func authoritiesThatAreNotThereAreNamed() async throws {
            let server = try TLSServer(options: [])
            defer { server.stop() }
            let transport = LibcurlTransport(settings: .init(certificates: .file("/nowhere/bundle.pem")))
            let failure = await transport.failure(put(server.origin(host: "127.0.0.1")))
            #expect(failure?.kind == "untrusted")
            #expect(failure?.reason.contains("/nowhere/bundle.pem") == true)
        }
    }
}
