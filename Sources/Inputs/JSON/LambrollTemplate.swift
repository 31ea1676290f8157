import AWSCore

/// Templates of fujiwara/lambroll, whose `function.json` is AWS's JSON otherwise: a call of one of its functions in
/// two braces. Other braces are anybody's.
/// Source: https://github.com/fujiwara/lambroll/blob/v1/README.md (function.json)
enum LambrollTemplate {
    /// Where the templates stand in a text, as far as anybody reads them, and what to do about them. Of what stands in
    /// them only the function is told.
    static func reasons(in text: String) -> [String] {
        let bytes = Array(text.utf8)
        return bytes.indices.lazy.filter { bytes[$0...].starts(with: "{{".utf8) }.compactMap { start in
            function(at: start + 2, in: bytes).map { name in
                "\(JSONText.place(start, in: bytes)): {{ \(name) ... }} is a template of lambroll's: render the file "
                    + "first (lambroll render), and give what comes of it"
            }
        }.prefix(10).map(\.self)
    }

    private static func function(at start: Int, in bytes: [UInt8]) -> String? {
        let rest = bytes[start...].drop { $0 == UInt8(ascii: "-") }.drop { $0 == UInt8(ascii: " ") }
        let word = rest.prefix { Character(Unicode.Scalar($0)).isNameCharacter }
        let name = String(decoding: word, as: UTF8.self)
        guard functions.contains(name) || name.hasSuffix("_tfstate") || name.hasSuffix("_tfstatef") else { return nil }
        let after = rest[word.endIndex...]
        let argument = after.drop { $0 == UInt8(ascii: " ") }
        let isCall = !after.starts(with: argument) && argument.first.map("`\"'\\(".utf8.contains) == true
        return isCall || name == "caller_identity" ? name : nil
    }

    private static let functions: Set<String> = [
        "must_env", "env", "tfstate", "tfstatef", "ssm", "layer_arn", "caller_identity",
    ]
}
