extension ControlPlane {
    /// What runs: a zip or an image.
    package struct Code: Sendable, Hashable {
        /// As Lambda shows it: base64 of a zip's SHA-256, the hex digest of an image.
        package let sha256: String
        package let size: Int
        package let imageUri: String?
        /// The zip itself; empty for an image.
        package let bytes: [UInt8]
        package internal(set) var kmsKeyArn: String?
        /// Where Lambda reads it each time; `nil`: it keeps a copy of its own.
        package internal(set) var reference: ObjectReference?

        var resolvedImageUri: String? {
            imageUri.map { uri in
                let repository = uri.split(separator: "@")[0]
                let slash = repository.lastIndex(of: "/") ?? repository.startIndex
                let colon = repository[slash...].lastIndex(of: ":") ?? repository.endIndex
                return "\(repository[..<colon])@sha256:\(sha256)"
            }
        }
    }
}

extension ControlPlane {
    package struct ObjectReference: Sendable, Hashable {
        package let bucket: String
        package let key: String
        package let version: String?

        package init(bucket: String, key: String, version: String?) {
            self.bucket = bucket
            self.key = key
            self.version = version
        }
    }
}

extension ControlPlane {
    /// `CodeSha256` as Lambda shows it for a zip: base64 of the SHA-256 of its bytes.
    package static func codeSha256(ofZip bytes: [UInt8]) -> String {
        base64(ControlPlaneSimulator.sha256(bytes))
    }

    /// The digest that an image's name stands for: its own, the one it was given, or one derived from the name.
    package func digest(ofImage uri: String) -> String {
        if let at = uri.lastIndex(of: "@") { return String(uri[at...].dropFirst("@sha256:".count)) }
        return images[uri] ?? hex(sha256(Array(uri.utf8)))
    }

    func zip(_ bytes: [UInt8]) -> Code {
        Code(sha256: Self.codeSha256(ofZip: bytes), size: bytes.count, imageUri: nil, bytes: bytes)
    }

    mutating func remember(_ code: Code) {
        codes[code.sha256] = code
    }

    /// The bucket that stands for every code ever seen, by digest: how a rival puts back what was there.
    static let seenCodes = "simulator-seen-codes"
}
