/// The file of certificate authorities that a variable names, which is read for each connection.
enum AuthoritiesFile {
    /// Those of all systems together have less than 1 MB.
    private static let mostBytes = 16 << 20

    /// Before anything is asked: else each call would say so, in OpenSSL's words.
    static func check(_ host: any Host, _ inspection: inout Inspection) {
        let variables = ["AWS_CA_BUNDLE", "SSL_CERT_FILE"]
        guard let variable = variables.first(where: { host.environment[$0]?.isEmpty == false }),
            let path = host.environment[variable]
        else { return }
        do throws(HostFailure) {
            let bytes = try host.read(fileAt: path, bytesAtMost: mostBytes)
            guard isPEM(bytes) else {
                return inspection.note(
                    variable, "names \(path.quoted), which holds no certificate in PEM (-----BEGIN CERTIFICATE-----)")
            }
        } catch {
            inspection.note(
                variable,
                "cannot be read: \(error.reason). In a container, only what is mounted is there, such as the workspace")
        }
    }

    private static func isPEM(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        return ["", "TRUSTED ", "X509 "].contains { text.firstRange(of: "-----BEGIN \($0)CERTIFICATE-----") != nil }
    }
}
