import AWSCore
import AWSServices

/// Where the code that stood before the run comes from if it has to be put back.
package enum OldCode: Sendable {
    /// The zip itself, fetched before the first write.
    case zip(any ByteSource)
    /// A published version with the same `CodeSha256`.
    case version(VersionNumber)
    /// By its digest, whatever its tag means by now.
    case image(uri: String)
    /// The object that the function reads its code from.
    case object(S3Address, version: String?)
}
