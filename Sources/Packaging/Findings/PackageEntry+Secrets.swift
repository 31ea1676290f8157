extension PackageEntry {
    /// Nothing that is part of packages by design: certificates, examples, the keys that tests bring.
    var isSecret: Bool {
        guard kind == .file else { return false }
        return switch glimpse {
        case .registryToken: !isOfInstalledPackage
        case .privateKey: !isOfInstalledPackage && !isOfTests
        default: (Self.names.contains(String(name)) || isEnvironment) && !isOfInstalledPackage
        }
    }

    private static let names: Set<String> = [".netrc", "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519"]

    /// `.env` and `.env.production`, but not what documents them.
    private var isEnvironment: Bool {
        if name == ".env" { return true }
        return name.hasPrefix(".env.")
            && ![".example", ".sample", ".template", ".dist"].contains { name.hasSuffix($0) }
    }

    /// Somebody else has published it.
    private var isOfInstalledPackage: Bool {
        path.split(separator: "/").dropLast().contains { $0 == "node_modules" || $0 == "site-packages" }
    }

    private var isOfTests: Bool {
        path.split(separator: "/").dropLast().contains { $0 == "test" || $0 == "tests" }
    }
}
