import Glibc
import HTTP

package struct LibcurlSettings: Sendable, Equatable {
    /// The certificate authorities that a server's certificate must come from.
    package enum Certificates: Sendable, Equatable {
        case systemDefault
        /// A file of certificates in PEM.
        case file(String)
        /// A directory whose files are named for the certificates' hashes (`openssl rehash`).
        case directory(String)
    }

    package let certificates: Certificates
    /// The variables that libcurl takes a proxy from, for messages: by the scheme of what is asked.
    package var proxies: [HTTPOrigin.Scheme: String] = [:]
    /// Then an address of this machine is the container's own.
    package var isInContainer = false

    package init(certificates: Certificates) {
        self.certificates = certificates
    }

    /// The first that is set of `AWS_CA_BUNDLE` (https://docs.aws.amazon.com/sdkref/latest/guide/feature-gen-config.html),
    /// `SSL_CERT_FILE` and `SSL_CERT_DIR` (OpenSSL's own names); an empty variable is an unset one. The proxies' variables
    /// are in libcurl's order (https://curl.se/libcurl/c/libcurl-env.html).
    package static func from(environment: [String: String]) -> LibcurlSettings {
        var settings = LibcurlSettings(certificates: certificates(environment))
        settings.proxies[.https] = firstSet(["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"], environment)
        settings.proxies[.http] = firstSet(["http_proxy", "all_proxy", "ALL_PROXY"], environment)
        settings.isInContainer = containerMarks.contains { access($0, F_OK) == 0 }
        return settings
    }

    private static func certificates(_ environment: [String: String]) -> Certificates {
        if let file = firstSet(["AWS_CA_BUNDLE", "SSL_CERT_FILE"], environment).flatMap({ environment[$0] }) {
            return .file(file)
        }
        return firstSet(["SSL_CERT_DIR"], environment).flatMap { environment[$0] }.map { .directory($0) }
            ?? .systemDefault
    }

    private static func firstSet(_ names: [String], _ environment: [String: String]) -> String? {
        names.first { environment[$0]?.isEmpty == false }
    }

    /// Docker's and podman's.
    private static let containerMarks = ["/.dockerenv", "/run/.containerenv"]
}
