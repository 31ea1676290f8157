import AWSServices

/// What is to be done about what stands under a package's key: the heart of "not twice, not wrong".
package enum UploadDecision: Equatable, Sendable {
    /// It is the package, or may be, and cannot be known better: by the digest that Lambda answers.
    case use
    /// - Parameter onlyIfAbsent: S3 is to refuse it if anything is there by then.
    case write(onlyIfAbsent: Bool)

    /// - Parameters:
    ///   - seen: what a look showed.
    ///   - isKeyOfContent: the key is made of the package's digest.
    ///   - wasRefused: S3 has refused to write, for something is there.
    package init(
        on seen: SeenObject, wanted: S3Checksum, bytes: Int, isKeyOfContent: Bool, wasRefused: Bool
    ) {
        switch seen.likeness(to: wanted, bytes: bytes) {
        case .same: self = .use
        case .other: self = .write(onlyIfAbsent: false)
        case .unknown where isKeyOfContent && wasRefused: self = .use
        case .absent, .unknown: self = .write(onlyIfAbsent: isKeyOfContent)
        }
    }
}

package enum SeenObject: Equatable, Sendable {
    case absent
    /// S3 does not tell: without s3:ListBucket it answers 403 for what is not there, too.
    case untold
    case there(S3Object)
}

extension SeenObject {
    fileprivate enum Likeness {
        case absent, same, other, unknown
    }

    fileprivate func likeness(to wanted: S3Checksum, bytes: Int) -> Likeness {
        switch self {
        case .absent: return .absent
        case .untold: return .unknown
        case .there(let object) where object.size != bytes: return .other
        case .there(let object):
            // S3 hides the checksum from who may not use the key (kms:Decrypt), and others upload in other parts.
            if object.isKnown(by: wanted) { return .same }
            guard let shown = object.checksum, parts(of: shown) == parts(of: wanted.text) else { return .unknown }
            return .other
        }
    }

    var object: S3Object? {
        if case .there(let object) = self { object } else { nil }
    }
}

/// `3` of `...=-3`; none of a digest of the whole.
private func parts(of checksum: String) -> Substring? {
    checksum.firstIndex(of: "-").map { checksum[$0...].dropFirst() }
}
