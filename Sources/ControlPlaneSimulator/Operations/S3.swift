import FoundationEssentials
import HTTP

extension ControlPlane {
    struct StoredObject: Sendable {
        let versionId: String
        let bytes: [UInt8]
        let checksum: String
    }

    enum Lookup {
        case found(StoredObject)
        case missing(code: String, message: String)
    }

    /// Stores an object, and says which version of it this is.
    @discardableResult
    package mutating func putObject(_ bucket: String, _ key: String, _ bytes: [UInt8]) -> String {
        let versionId = "version-\(objects["\(bucket)/\(key)", default: []].count + 1)"
        objects["\(bucket)/\(key)", default: []].append(
            StoredObject(versionId: versionId, bytes: bytes, checksum: Self.codeSha256(ofZip: bytes)))
        return versionId
    }

    func find(_ bucket: String, _ key: String, version: String?) -> Lookup {
        let versions = objects["\(bucket)/\(key)"] ?? []
        if let object = version.map({ id in versions.last { $0.versionId == id } }) ?? versions.last {
            return .found(object)
        }
        if !objects.keys.contains(where: { $0.hasPrefix("\(bucket)/") }) {
            return .missing(code: "NoSuchBucket", message: "The specified bucket does not exist")
        }
        return version == nil || versions.isEmpty
            ? .missing(code: "NoSuchKey", message: "The specified key does not exist.")
            : .missing(code: "NoSuchVersion", message: "The specified version does not exist.")
    }

    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
    func getObject(_ call: Call) -> Answer {
        let (bucket, key) = address(call)
        switch find(bucket, key, version: call.query("versionId")) {
        case .missing(let code, let message): return s3Error(404, code, message)
        case .found(let object):
            var answer = Answer(
                200,
                headers: [
                    .init(name: "Content-Type", value: "application/zip"),
                    .init(name: "Content-Length", value: String(object.bytes.count)),
                    .init(name: "ETag", value: "\"\(object.versionId)\""),
                    .init(name: "x-amz-version-id", value: object.versionId),
                ], body: object.bytes)
            if call.headers["x-amz-checksum-mode"] == "ENABLED" {
                answer.headers.append(.init(name: "x-amz-checksum-sha256", value: object.checksum))
            }
            return answer
        }
    }

    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
    mutating func putObject(_ call: Call) -> Answer {
        let (bucket, key) = address(call)
        let versionId = putObject(bucket, key, call.body)
        return Answer(200, headers: [.init(name: "x-amz-version-id", value: versionId)], body: [])
    }

    private func address(_ call: Call) -> (bucket: String, key: String) {
        let path = call.path.split(separator: "/", maxSplits: 1).map { percentDecoded($0) }
        return (path[0], path[1])
    }

    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
    private func s3Error(_ status: Int, _ code: String, _ message: String) -> Answer {
        let xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>\(code)</Code><Message>\(message)</Message></Error>
            """
        return Answer(
            status, headers: [.init(name: "Content-Type", value: "application/xml")], body: Array(xml.utf8))
    }
}
