import HTTP

extension ControlPlane {
    private static let lifetime = 600

    /// Another one in each answer, signed by Lambda, good for ten minutes. On loopback it leads here again.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_FunctionCodeLocation.html
    func link(to code: Code, of function: String, _ call: Call) -> String? {
        guard code.imageUri == nil, settings.codeLinks != .none else { return nil }
        let bucket = "awslambda-\(settings.region)-tasks"
        let host = call.headers["Host"].flatMap { $0.hasSuffix(".amazonaws.com") ? nil : $0 }
        let origin =
            host.map { "http://\($0)/\(bucket)" } ?? "https://\(bucket).s3.\(settings.region).amazonaws.com"
        let signature = hex(sha256(Array("\(function) \(history.requests.count) \(call.now)".utf8)))
        let query = [
            ("X-Amz-Algorithm", "AWS4-HMAC-SHA256"), ("X-Amz-Date", timestamp(at: call.now).basic),
            ("X-Amz-Expires", "\(Self.lifetime)"), ("X-Amz-Security-Token", "IQoJb3JpZ2luX2VjE/of/Lambda+=="),
            ("X-Amz-Signature", signature),
        ].map { "\($0)=\(percentEncoded($1))" }.joined(separator: "&")
        let key = "\(function)-\(percentEncoded(code.sha256))"
        return "\(origin)/snapshots/\(settings.account)/\(key)?\(query)"
    }

    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html
    func downloadCode(_ call: Call) throws(Refusal) -> Answer {
        let path = call.path.split(separator: "/").map { percentDecoded($0) }
        guard let link = CodeLink(path: path), let code = codes[link.digest] else {
            throw .s3(404, "NoSuchKey", "The specified key does not exist.", region: nil)
        }
        guard let date = call.query("X-Amz-Date").flatMap(Timestamp.init(basic:)), call.query("X-Amz-Signature") != nil
        else { throw .s3AccessDenied }
        let age = timestamp(at: call.now).secondsSince1970 - date.secondsSince1970
        if age > Double(Self.lifetime) || isExpired(call) {
            throw .s3(403, "AccessDenied", "Request has expired", region: nil)
        }
        return Answer(200, headers: [], body: settings.codeLinks == .spoilt ? code.bytes.reversed() : code.bytes)
    }

    private func isExpired(_ call: Call) -> Bool {
        switch settings.codeLinks {
        case .good, .spoilt, .none: false
        case .allExpired: true
        case .firstExpired: !history.requests.contains { $0.operation == .downloadCode && $0.author == call.author }
        }
    }
}
