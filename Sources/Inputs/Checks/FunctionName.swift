import AWSCore

/// A function named as AWS takes it: `name`, `account:function:name`, the whole ARN and the forms between them.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
struct FunctionName {
    let text: String
    /// Without what stands around it.
    let name: String
    /// The Region that the name carries.
    let region: String?
    /// The account that the name carries.
    let account: String?

    /// - Parameter text: as AWS shows it: the ARN may be a version's or an alias's.
    init(shown text: String) throws(Complaint) {
        let parts = ARN(text)?.resourceParts ?? []
        try self.init(input: parts.count == 3 ? String(text.dropLast(parts[2].count + 1)) : text)
    }

    /// Whether it may be the same function, as far as both names tell.
    func isSame(as other: FunctionName, in region: String?) -> Bool {
        func agree(_ one: String?, _ other: String?) -> Bool { one == nil || other == nil || one == other }
        return name == other.name && agree(account, other.account) && agree(self.region, other.region ?? region)
    }

    init(input text: String) throws(Complaint) {
        var parts = text.split(separator: ":", omittingEmptySubsequences: false)[...]
        if parts.first == "arn" {
            guard let arn = ARN(text), arn.service == "lambda", arn.hasAccountID,
                arn.resource.hasPrefix("function:")
            else { throw Complaint("must be an ARN such as \(Self.example), not \(text.quoted)") }
            parts.removeFirst(3)
        }
        region = Self.takeRegion(&parts)
        account = parts.count > 1 && parts.first?.isAccountID == true ? String(parts.removeFirst()) : nil
        if parts.count > 1, parts.first == "function" { parts.removeFirst() }
        name = try Self.check(name: parts, of: text)
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

    private static func check(name parts: ArraySlice<Substring>, of text: String) throws(Complaint) -> String {
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
        return String(name)
    }
}
