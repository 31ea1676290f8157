import FoundationEssentials

/// The text that `base64` holds, whatever else it holds; bytes that are no UTF-8 become U+FFFD. `nil` when it is not base64.
package func decodedBase64(_ base64: String) -> String? {
    Data(base64Encoded: base64, options: .ignoreUnknownCharacters).map { String(decoding: $0, as: UTF8.self) }
}
