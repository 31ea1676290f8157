import Glibc

extension CurlTransport {
    package struct Settings: Sendable, Equatable {
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
        package static func from(environment: [String: String]) -> Settings {
            func value(_ name: String) -> String? {
                environment[name].flatMap { $0.isEmpty ? nil : $0 }
            }
            if let file = value("AWS_CA_BUNDLE") ?? value("SSL_CERT_FILE") {
                return Settings(certificates: .file(file))
            }
            if let directory = value("SSL_CERT_DIR") {
                return Settings(certificates: .directory(directory))
            }
            return Settings(certificates: .systemDefault)
        }
    }
}

extension CurlTransport.Settings.Certificates {
    /// The same choice, but the system's hashed directory by name where there is one: libcurl's own default would parse
    /// the whole bundle instead of the one certificate that is needed, which costs every start about 16 ms.
    func resolved(systemDirectory: String) -> Self {
        self == .systemDefault && isHashedDirectory(systemDirectory) ? .directory(systemDirectory) : self
    }
}

/// Whether certificates in the directory can be found by their hash, as `3513523f.0`: not all systems name them so.
private func isHashedDirectory(_ path: String) -> Bool {
    guard let directory = opendir(path) else { return false }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
        if isHashedName(name) { return true }
    }
    return false
}

private func isHashedName(_ name: [UInt8]) -> Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let letters = UInt8(ascii: "a")...UInt8(ascii: "f")
    return name.count == 10 && name.suffix(2) == Array(".0".utf8)
        && name.prefix(8).allSatisfy { digits.contains($0) || letters.contains($0) }
}
