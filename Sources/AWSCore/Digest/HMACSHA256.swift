import CCurl

/// HMAC (RFC 2104) with SHA-256, by libcrypto.
func hmacSHA256(key: [UInt8], _ text: String) -> [UInt8] {
    var code = [UInt8](repeating: 0, count: SHA256Digest.byteCount)
    let message = Array(text.utf8)
    guard HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, &code, nil) != nil else {
        fatalError("libcrypto has no memory for an HMAC")
    }
    return code
}
