/// The names in the input `alarms`: a JSON array of texts, or one a line or between commas. They may hold blanks.
enum AlarmNames {
    static func read(_ text: String) throws(Complaint) -> [String] {
        let names = try texts(text).compactMap { Optional($0).given }
        guard !names.isEmpty else { throw Complaint("has no name") }
        let once = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        guard once.count <= 100 else { throw Complaint("must be at most 100 alarms, not \(once.count)") }
        return try once.map(rule.read)
    }

    private static func texts(_ text: String) throws(Complaint) -> [String] {
        guard !text.hasPrefix("[") else { return try TextList.read(text) }
        return text.split { $0 == "," || $0.isNewline }.map(String.init)
    }

    /// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
    private static let rule = TextRule(wanted: "names of alarms, not ARNs, each at most 255 characters long") { name in
        name.unicodeScalars.count <= 255 && !name.hasPrefix("arn:")
    }
}
