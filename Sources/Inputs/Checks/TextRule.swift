/// What a text must be like.
struct TextRule: Sendable {
    /// Completes the sentence `must be ...`.
    let wanted: String
    let allows: @Sendable (String) -> Bool

    func read(_ text: String) throws(Complaint) -> String {
        guard allows(text) else { throw Complaint("must be \(wanted), not \(text.quoted)") }
        return text
    }
}

extension TextRule {
    static let anything = TextRule(wanted: "a text") { _ in true }

    static func oneOf(_ choices: [String]) -> TextRule {
        TextRule(wanted: choices.alternatives) { choices.contains($0) }
    }

    static func upTo(_ most: Int) -> TextRule {
        TextRule(wanted: "at most \(most) characters long") { $0.unicodeScalars.count <= most }
    }

    static let architecture = oneOf(["x86_64", "arm64"])

    /// One word, such as a handler: AWS's pattern is `[^\s]+`.
    static func word(_ what: String, upTo most: Int) -> TextRule {
        TextRule(wanted: "\(what) without white space, at most \(most) characters long") { text in
            text.unicodeScalars.count <= most && !text.isEmpty && !text.contains(where: \.isWhitespace)
        }
    }

    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html
    static let alias = TextRule(
        wanted: "a name of at most 128 letters, digits, - and _, and not of digits only (nor $LATEST)"
    ) { text in
        (1...128).contains(text.count) && text.allSatisfy(\.isNameCharacter) && !text.allSatisfy(\.isASCIIDigit)
    }

    /// Only what can be part of a host name: the endpoint's address is made from it.
    static let region = TextRule(wanted: "an AWS Region, such as eu-central-1") { text in
        text.utf8.count <= 40 && text.contains("-") && text.first != "-" && text.last != "-"
            && text.allSatisfy { $0.isASCIILowercase || $0.isASCIIDigit || $0 == "-" }
    }

    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_FunctionCode.html
    static let bucket = TextRule(wanted: "a bucket's name: 3 to 63 letters, digits, -, _ and dots, no dot at the end") {
        (3...63).contains($0.count) && $0.last != "." && $0.allSatisfy { $0.isNameCharacter || $0 == "." }
    }

    static let objectKey = TextRule(wanted: "1 to 1024 characters long") {
        (1...1024).contains($0.unicodeScalars.count)
    }

    static let account = TextRule(wanted: "an account: 12 digits, such as 123456789012") { $0[...].isAccountID }

    static let logGroup = TextRule(wanted: "a log group's name: at most 512 letters, digits and . - _ / #") {
        (1...512).contains($0.count) && $0.allSatisfy { $0.isNameCharacter || "./#".contains($0) }
    }

    static let mountPath = TextRule(wanted: "a path such as /mnt/data: /mnt/ and a name of letters, digits, - _ .") {
        $0.count <= 160 && $0.hasPrefix("/mnt/") && $0.count > 5
            && $0.dropFirst(5).allSatisfy { $0.isNameCharacter || $0 == "." }
    }
}

extension Character {
    var isASCIIDigit: Bool { isASCII("0"..."9") }
    var isASCIILowercase: Bool { isASCII("a"..."z") }
    /// A letter, digit, `-` or `_`.
    var isNameCharacter: Bool {
        isASCIIDigit || isASCIILowercase || isASCII("A"..."Z") || self == "-" || self == "_"
    }

    /// A digit with an accent on it stands between two digits: characters compare as whole texts do.
    private func isASCII(_ range: ClosedRange<Character>) -> Bool {
        isASCII && range.contains(self)
    }
}
