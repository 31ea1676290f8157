import CurlTransport
import Testing

@Suite struct LibcurlSettingsTests {
    @Test(arguments: [
        ([:], LibcurlSettings.Certificates.systemDefault),
        (["AWS_CA_BUNDLE": "/a", "SSL_CERT_FILE": "/b", "SSL_CERT_DIR": "/c"], .file("/a")),
        (["AWS_CA_BUNDLE": "", "SSL_CERT_FILE": "/b", "SSL_CERT_DIR": "/c"], .file("/b")),
        (["SSL_CERT_FILE": "", "SSL_CERT_DIR": "/c"], .directory("/c")),
        (["AWS_CA_BUNDLE": "", "SSL_CERT_FILE": "", "SSL_CERT_DIR": ""], .systemDefault),
    ])
    func theFirstVariableThatIsSetNamesTheAuthorities(
        environment: [String: String], certificates: LibcurlSettings.Certificates
    ) {
        #expect(LibcurlSettings.from(environment: environment).certificates == certificates)
    }
}
