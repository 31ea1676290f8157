import AWSServices

/// What happens with a package on its way to S3.
package enum UploadFact: Sendable {
    /// A plan only says so.
    /// - Parameter isThere: already, so that nothing would be uploaded.
    case previewed(S3Address, bytes: Int, isThere: Bool)
    /// It is there, by its checksum: nothing is uploaded.
    case found(S3Address)
    /// - Parameter replaces: something else is there, and is overwritten.
    case began(S3Address, bytes: Int, replaces: Bool)
    /// Told every few seconds.
    case progressed(sent: Int, of: Int)
    case done(S3Address, version: String?, took: Duration)
    /// Somebody else has put an object under the key meanwhile.
    case overtaken(S3Address)
    /// S3 could not be told to forget the parts of an upload that failed.
    case leftUnfinished(S3Address, id: String)
    /// Lambda answers with the digest of another code than was put there.
    case swapped(S3Address, found: String)
    /// The function reads its code from the object each time, by this S3ObjectStorageMode: it has to stay.
    case hasToStay(String, S3Address)
}
