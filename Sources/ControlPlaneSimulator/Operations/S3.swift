import FoundationEssentials
import HTTP

extension ControlPlane {
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
