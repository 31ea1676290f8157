import AWSCore

/// Where a function's code comes from, as CreateFunction and UpdateFunctionCode take it.
package enum FunctionCode: Sendable {
    case zip(any ByteSource)
    case s3(bucket: String, key: String, version: String?)
    case image(uri: String)
}
