import HTTP
import XML

// S3's errors: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
extension Refusal {
    /// - Parameter region: the bucket's, where that is the point.
    static func s3(_ status: Int, _ code: String, _ message: String, region: String?) -> Refusal {
        Refusal(
            status, code,
            ["Code": .string(code), "Message": .string(message), "Region": .text(region)], form: .xml)
    }

    static let s3AccessDenied = s3(403, "AccessDenied", "Access Denied", region: nil)
    static let s3PreconditionFailed = s3(
        412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold", region: nil)
    static let slowDown = s3(503, "SlowDown", "Please reduce your request rate.", region: nil)
    static let s3InternalError = s3(
        500, "InternalError", "We encountered an internal error. Please try again.", region: nil)

    /// What was found before anybody looked which service is asked.
    func asWorded(by operation: Operation?) -> Refusal {
        guard operation?.isOfS3 == true, form == .json else { return self }
        switch status {
        case 429: return .slowDown
        case 500: return .s3InternalError
        case 403 where type == "AccessDeniedException":
            return .s3(403, "AccessDenied", body["Message"]?.string ?? "Access Denied", region: nil)
        case 403 where type == "ExpiredTokenException":
            return .s3(400, "ExpiredToken", "The provided token has expired.", region: nil)
        default: return .s3(status, type, body["message"]?.string ?? body["Message"]?.string ?? "", region: nil)
        }
    }

    var xmlAnswer: Answer {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>\(type)</Code><Message>\(xmlText(body["Message"]?.string ?? ""))</Message></Error>
            """
        var headers = [HTTPHeaders.Field(name: "Content-Type", value: "application/xml")]
        if let region = body["Region"]?.string { headers.append(.init(name: "x-amz-bucket-region", value: region)) }
        return Answer(status, headers: headers, body: Array(text.utf8))
    }
}
