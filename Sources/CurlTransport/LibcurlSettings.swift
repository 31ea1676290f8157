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

    package init(certificates: Certificates) {
        self.certificates = certificates
    }

    /// The first that is set of `AWS_CA_BUNDLE` (https://docs.aws.amazon.com/sdkref/latest/guide/feature-gen-config.html),
    /// `SSL_CERT_FILE` and `SSL_CERT_DIR` (OpenSSL's own names); an empty variable is an unset one.
    package static func from(environment: [String: String]) -> LibcurlSettings {
        func value(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        if let file = value("AWS_CA_BUNDLE") ?? value("SSL_CERT_FILE") {
            return LibcurlSettings(certificates: .file(file))
        }
        if let directory = value("SSL_CERT_DIR") {
            return LibcurlSettings(certificates: .directory(directory))
        }
        return LibcurlSettings(certificates: .systemDefault)
    }
}
