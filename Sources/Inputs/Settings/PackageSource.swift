/// Where the code comes from.
package enum PackageSource: Sendable, Equatable {
    case directory(path: String)
    case zipFile(path: String)
    case s3(bucket: String, key: String, version: String?)
    case image(uri: String)

    /// `Zip` or `Image`, AWS's words.
    package var packageType: String {
        if case .image = self { "Image" } else { "Zip" }
    }

    /// `CodeSha256` as AWS will show it, as far as the name alone tells: the hex of an image named by digest.
    package var knownDigest: String? {
        guard case .image(let uri) = self, let at = uri.lastIndex(of: "@") else { return nil }
        return String(uri[at...].dropFirst("@sha256:".count))
    }
}

extension TextRule {
    /// A reference without a scheme, and with a digest that is one if it has any.
    static let imageURI = TextRule(
        wanted: "an image such as 123456789012.dkr.ecr.eu-central-1.amazonaws.com/name:tag or .../name@sha256:..."
    ) { uri in
        let parts = uri.split(separator: "@", omittingEmptySubsequences: false)
        guard let name = parts.first, let host = name.split(separator: "/", omittingEmptySubsequences: false).first,
            name.contains("/"), !host.isEmpty, name.last != "/", name.last != ":",
            !host.hasSuffix(":") && name.allSatisfy({ $0.isNameCharacter || "./:".contains($0) })
        else { return false }
        return parts.count == 1 || (parts.count == 2 && isDigest(parts[1]))
    }

    private static func isDigest(_ text: Substring) -> Bool {
        let hex = text.dropFirst("sha256:".count)
        return text.hasPrefix("sha256:") && hex.count == 64
            && hex.allSatisfy { $0.isASCIIDigit || $0.isASCIILowercase && $0 <= "f" }
    }
}
