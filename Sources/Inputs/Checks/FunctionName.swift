import AWSCore

/// A function named as AWS takes it: `name`, `account:function:name`, the whole ARN and the forms between them.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
struct FunctionName {
    let text: String
    /// The Region that the name carries.
    let region: String?

    init(input text: String) throws(Complaint) {
        var parts = text.split(separator: ":", omittingEmptySubsequences: false)[...]
        if parts.first == "arn" {
            guard let arn = ARN(text), arn.service == "lambda", arn.hasAccountID,
                arn.resource.hasPrefix("function:")
            else { throw Complaint("must be an ARN such as \(Self.example), not \(text.quoted)") }
            parts.removeFirst(3)
        }
        region = Self.takeRegion(&parts)
        if parts.count > 1, parts.first?.isAccountID == true { parts.removeFirst() }
        if parts.count > 1, parts.first == "function" { parts.removeFirst() }
        try Self.check(name: parts, of: text)
        self.text = text
    }

    private static let example = "arn:aws:lambda:eu-central-1:123456789012:function:name"

    private static func takeRegion(_ parts: inout ArraySlice<Substring>) -> String? {
        guard parts.count > 1, let first = parts.first.map(String.init), TextRule.region.allows(first),
            first.last?.isASCIIDigit == true, parts.dropFirst().first?.isAccountID == true
        else { return nil }
        parts.removeFirst()
        return first
    }

    private static func check(name parts: ArraySlice<Substring>, of text: String) throws(Complaint) {
        if parts.count == 2, let name = parts.first, let qualifier = parts.last, !name.isEmpty, !qualifier.isEmpty {
            throw Complaint(
                "must not name a version or alias (\(String(qualifier).quoted)): "
                    + "give the function alone, and an alias in the input alias")
        }
        guard parts.count == 1, let name = parts.first, !name.isEmpty, name.allSatisfy(\.isNameCharacter) else {
            throw Complaint(
                "must be a function's name (letters, digits, - and _), or an ARN such as \(example), not \(text.quoted)"
            )
        }
        guard name.count <= 64, text.count <= 140 else {
            throw Complaint("must not be longer than 64 characters (with the ARN around it 140)")
        }
    }
}
