import Glibc

/// Where a system keeps the authorities that it trusts: libcurl knows it of the system that it was built on, but the static
/// program runs on all.
struct SystemCertificates {
    let directory: String
    let bundles: [String]

    static let linux = SystemCertificates(
        directory: "/etc/ssl/certs",
        bundles: [
            "/etc/ssl/certs/ca-certificates.crt",  // Debian, Ubuntu, Arch
            "/etc/pki/tls/certs/ca-bundle.crt",  // Fedora, Red Hat, Amazon Linux
            "/etc/ssl/ca-bundle.pem",  // openSUSE
            "/etc/ssl/cert.pem",  // Alpine
        ])

    /// The hashed directory where there is one: of a bundle all would be parsed instead of the one certificate that is
    /// needed, which costs every start about 16 ms.
    var found: LibcurlSettings.Certificates {
        if isHashedDirectory(directory) { return .directory(directory) }
        let bundle = bundles.first { access($0, R_OK) == 0 }
        return bundle.map { .file($0) } ?? .systemDefault
    }
}

extension LibcurlSettings {
    func resolved(on system: SystemCertificates) -> Self {
        var resolved = LibcurlSettings(certificates: certificates.resolved(on: system))
        (resolved.proxies, resolved.isInContainer) = (proxies, isInContainer)
        return resolved
    }
}

extension LibcurlSettings.Certificates {
    /// The same choice, but the system's by name where they are found.
    func resolved(on system: SystemCertificates) -> Self {
        self == .systemDefault ? system.found : self
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
