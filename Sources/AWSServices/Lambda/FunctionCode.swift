import AWSCore

/// Where a function's code comes from, as CreateFunction and UpdateFunctionCode take it.
package enum FunctionCode: Sendable {
    case zip(any ByteSource)
    case s3(bucket: String, key: String, version: String?)
    case image(uri: String)
}

extension FunctionCode {
    /// A JSON object of these members and the code's own. A zip is encoded while it is read, never held as text.
    func object(with members: [String: JSONValue]) -> [HTTPBody.Part] {
        switch self {
        case .zip(let source):
            let rest = JSONValue.object(members).text.dropFirst()
            return [
                .bytes(Array("{\"ZipFile\":\"".utf8)), .base64(source),
                .bytes(Array((members.isEmpty ? "\"}" : "\",\(rest)").utf8)),
            ]
        case .s3(let bucket, let key, let version):
            let own = ["S3Bucket": bucket, "S3Key": key, "S3ObjectVersion": version]
            return object(members, and: own.compactMapValues { $0 })
        case .image(let uri):
            return object(members, and: ["ImageUri": uri])
        }
    }

    private func object(_ members: [String: JSONValue], and own: [String: String]) -> [HTTPBody.Part] {
        let all = members.merging(own.mapValues(JSONValue.string)) { _, own in own }
        return [.bytes(Array(JSONValue.object(all).text.utf8))]
    }
}
