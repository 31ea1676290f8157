import AWSCore

/// A list of words: a JSON array of texts, or words separated by commas, blanks or line breaks.
enum TextList {
    static func read(_ text: String) throws(Complaint) -> [String] {
        guard text.hasPrefix("[") else {
            return text.split { $0 == "," || $0.isWhitespace }.map(String.init)
        }
        let input = JSONInput(shape: .list(of: .text(.anything), atMost: 100), example: #"["one","two"]"#)
        return try input.read(text).array?.compactMap(\.string) ?? []
    }

    static func layers(_ text: String) throws(Complaint) -> JSONValue {
        let layers = try read(text)
        return .array(try layers.map { layer throws(Complaint) in .string(try TextRule.layerVersionARN.read(layer)) })
    }

    /// YAML reads what is all digits as a number: one that begins with 0 loses that.
    static func accounts(_ text: String) throws(Complaint) -> [String] {
        let accounts = try read(text)
        guard !accounts.isEmpty else { throw Complaint("has no account") }
        for account in accounts where !TextRule.account.allows(account) {
            let isShort = account.count < 12 && account.allSatisfy(\.isASCIIDigit)
            throw Complaint(
                "must be accounts of 12 digits each, such as 123456789012, not \(account.quoted)"
                    + (isShort ? ": put it in quotes, for YAML takes the zeros off that a number begins with" : ""))
        }
        return accounts
    }

    /// Lambda takes a list of exactly one.
    static func architectures(_ text: String) throws(Complaint) -> [String] {
        let architectures = try read(text)
        guard architectures.count == 1, TextRule.architecture.allows(architectures[0]) else {
            let meant = architectures.count == 1 ? namesElsewhere[architectures[0].lowercased()] : nil
            throw Complaint(
                "must be x86_64 or arm64, one of them, not \(text.quoted)\(meant.map { ". Did you mean \($0)?" } ?? "")"
            )
        }
        return architectures
    }

    /// As Docker, Linux and Node.js call them.
    private static let namesElsewhere = [
        "amd64": "x86_64", "x64": "x86_64", "x86-64": "x86_64", "x86": "x86_64", "intel": "x86_64", "arm": "arm64",
        "aarch64": "arm64", "arm64v8": "arm64", "armv8": "arm64", "graviton": "arm64",
    ]
}
