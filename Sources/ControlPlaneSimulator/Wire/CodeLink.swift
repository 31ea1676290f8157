/// The path of a link to a function's zip: `awslambda-REGION-tasks/snapshots/ACCOUNT/NAME-DIGEST`.
struct CodeLink {
    let function: String
    /// The zip's SHA-256 in base64: what it leads to stays what it was, whatever the function becomes.
    let digest: String

    init?(path: [String]) {
        guard path.count == 4, path[0].hasPrefix("awslambda-"), path[0].hasSuffix("-tasks"), path[1] == "snapshots",
            path[3].utf8.count > 45
        else { return nil }
        function = String(path[3].dropLast(45))
        digest = String(path[3].suffix(44))
    }
}
