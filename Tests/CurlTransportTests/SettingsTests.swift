import CurlTransport
import Testing

@Suite struct SettingsTests {
    @Test(arguments: [
        ([:], CurlTransport.Settings.Certificates.systemDefault),
        (["AWS_CA_BUNDLE": "/a", "SSL_CERT_FILE": "/b", "SSL_CERT_DIR": "/c"], .file("/a")),
        (["AWS_CA_BUNDLE": "", "SSL_CERT_FILE": "/b", "SSL_CERT_DIR": "/c"], .file("/b")),
        (["SSL_CERT_FILE": "", "SSL_CERT_DIR": "/c"], .directory("/c")),
        (["AWS_CA_BUNDLE": "", "SSL_CERT_FILE": "", "SSL_CERT_DIR": ""], .systemDefault),
    ])
    func theFirstVariableThatIsSetNamesTheAuthorities(
        environment: [String: String], certificates: CurlTransport.Settings.Certificates
    ) {
        #expect(CurlTransport.Settings.from(environment: environment).certificates == certificates)
    }
}
