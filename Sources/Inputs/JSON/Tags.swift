/// The values of the input `tags`.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html#configuration-tags-restrictions
enum Tags {
    static func read(_ text: String) throws(Complaint) -> [String: String] {
        try NamedTexts.read(text, mistakes)
    }

    static func mistakes(in given: NamedTexts) -> [JSONText.Mistake] {
        let mistakes = given.entries.flatMap { entry in
            self.mistakes(in: entry).map { JSONText.Mistake(entry.node, $0) }
        }
        guard given.entries.count > 50 else { return mistakes }
        return mistakes + [(given.node, "there must be at most 50 tags, not \(given.entries.count)")]
    }

    private static func mistakes(in tag: NamedTexts.Entry) -> [String] {
        var mistakes: [String] = []
        if !(1...128).contains(tag.name.unicodeScalars.count) {
            mistakes.append("the key \(tag.name.quoted) must be 1 to 128 characters long")
        }
        if tag.name.lowercased().hasPrefix("aws:") {
            mistakes.append("the key \(tag.name.quoted) must not begin with aws:, which is AWS's own")
        }
        if tag.text.unicodeScalars.count > 256 {
            mistakes.append("the value of \(tag.name.quoted) must be at most 256 characters long")
        }
        return mistakes
    }
}
