extension ControlPlane {
    /// One of S3's, with all that is in it.
    package struct Bucket: Sendable {
        package var region: String
        /// The account that it belongs to.
        package var owner: String
        package var isVersioned: Bool
        package var encryption: Encryption
        /// So many more writes on a condition meet somebody else's at the same key (409).
        package var conflicts = 0
        /// By their keys; the newest version last.
        package internal(set) var objects: [String: [StoredObject]] = [:]
        /// Those in parts that were neither completed nor aborted, by their ids.
        package internal(set) var uploads: [String: Upload] = [:]

        package init(region: String, owner: String, isVersioned: Bool, encryption: Encryption) {
            self.region = region
            self.owner = owner
            self.isVersioned = isVersioned
            self.encryption = encryption
        }
    }

    /// What a bucket does with objects that come without a wish of their own.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html
    package enum Encryption: Sendable, Equatable {
        case s3
        case kms(key: String)
    }

    package struct StoredObject: Sendable, Equatable {
        /// `nil` in a bucket without versions.
        package let versionId: String?
        package let content: StoredBytes
        /// The SHA-256 that it was uploaded with: of the whole, or of its parts' digests.
        package let checksum: String?
        package let eTag: String
    }

    /// One that is under way.
    package struct Upload: Sendable, Equatable {
        package let key: String
        /// Each part has to come with its SHA-256.
        let isChecked: Bool
        package internal(set) var parts: [Int: Part] = [:]
        /// What was under way when it was aborted is still here.
        var isAborted = false

        package struct Part: Sendable, Equatable {
            let content: [UInt8]
            let digest: [UInt8]
            let eTag: String
        }
    }
}

/// Bytes as they came, in pieces: what is uploaded in parts is large.
package struct StoredBytes: Sendable, Equatable {
    let pieces: [[UInt8]]

    package var count: Int { pieces.reduce(0) { $0 + $1.count } }

    /// - Parameter range: cut to what is there.
    func bytes(in range: Range<Int>) -> [UInt8] {
        var start = 0
        var bytes: [UInt8] = []
        for piece in pieces {
            let wanted = range.clamped(to: start..<start + piece.count)
            if !wanted.isEmpty { bytes += piece[wanted.lowerBound - start..<wanted.upperBound - start] }
            start += piece.count
        }
        return bytes
    }

    package var all: [UInt8] { pieces.count == 1 ? pieces[0] : bytes(in: 0..<count) }
}
