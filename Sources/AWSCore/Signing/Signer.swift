import HTTP

/// AWS Signature Version 4 in the Authorization header.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
struct Signer: Sendable {
    let credentials: Credentials
    let region: Region
    let service: AWSService

    /// The request with all that it takes to be believed: Host, X-Amz-Date, the session's token and the signature.
    /// - Parameters:
    ///   - payloadHash: the body's SHA-256 in hexadecimal.
    ///   - secondsSince1970: the time of signing as AWS sees it.
    func sign(_ request: HTTPRequest, payloadHash: String, secondsSince1970: Double) -> HTTPRequest {
        let time = SigningTime(secondsSince1970: secondsSince1970)
        var signed = request
        signed.headers["Host"] = request.origin.authority
        signed.headers["X-Amz-Date"] = time.timestamp
        signed.headers["X-Amz-Security-Token"] = credentials.sessionToken?.revealed
        if service.signature == .s3 { signed.headers["X-Amz-Content-Sha256"] = payloadHash }

        let canonical = CanonicalRequest(signed, payloadHash: payloadHash, signature: service.signature)
        let signature = hexadecimal(hmacSHA256(key: signingKey(time), stringToSign(canonical, time)))
        signed.headers["Authorization"] =
            "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/\(scope(time)), "
            + "SignedHeaders=\(canonical.signedHeaders), Signature=\(signature)"
        return signed
    }

    /// Step 3 of the specification.
    private func stringToSign(_ canonical: CanonicalRequest, _ time: SigningTime) -> String {
        let hash = SHA256Digest.of(Array(canonical.text.utf8)).hex
        return "AWS4-HMAC-SHA256\n\(time.timestamp)\n\(scope(time))\n\(hash)"
    }

    /// Step 4: a key that is good for one day, Region and service.
    private func signingKey(_ time: SigningTime) -> [UInt8] {
        let secret = Array("AWS4\(credentials.secretAccessKey.revealed)".utf8)
        return [time.day, region.name, service.signingName, "aws4_request"].reduce(secret) {
            hmacSHA256(key: $0, $1)
        }
    }

    private func scope(_ time: SigningTime) -> String {
        "\(time.day)/\(region)/\(service.signingName)/aws4_request"
    }
}
