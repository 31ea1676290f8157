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

    /// Of a server that is asked over plain http, a CGI program's `HTTP_PROXY` could come from anybody: libcurl passes over it.
    @Test(arguments: [
        ([:], nil, nil), (["HTTP_PROXY": "p"], nil, nil), (["HTTPS_PROXY": "p"], "HTTPS_PROXY", nil),
        (["HTTPS_PROXY": "p", "https_proxy": "q", "http_proxy": "r"], "https_proxy", "http_proxy"),
        (["https_proxy": "", "ALL_PROXY": "p"], "ALL_PROXY", "ALL_PROXY"),
    ])
    func theVariableThatNamesTheProxyIsKnown(environment: [String: String], https: String?, http: String?) {
        let proxies = LibcurlSettings.from(environment: environment).proxies
        #expect(proxies[.https] == https && proxies[.http] == http)
    }
}
