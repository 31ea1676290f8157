/// Runtimes by name. New ones come, so one that is not known here is refused only where it is a known one in another
/// writing: Lambda would say so only after the code has been written.
package enum KnownRuntime {
    /// `nil`: it is a runtime, or may be one.
    static func meant(by text: String) -> String? {
        guard !all.contains(text) else { return nil }
        let letters = letters(of: text)
        let isNode = letters.hasPrefix("node") && !letters.hasPrefix("nodejs")
        let named = isNode ? "nodejs" + letters.dropFirst(4) : letters
        let writings = [named, named + "x", named.hasSuffix("x") ? String(named.dropLast()) : named]
        return writings.lazy.compactMap { writing in all.first { self.letters(of: $0) == writing } }.first
    }

    /// Without case, dots and whatever else stands between letters and digits.
    private static func letters(of text: String) -> String {
        text.lowercased().filter { $0.isASCIILowercase || $0.isASCIIDigit }
    }

    /// Source: https://github.com/boto/botocore/tree/develop/botocore/data/lambda (shape Runtime)
    package static let all = [
        "nodejs", "nodejs4.3", "nodejs6.10", "nodejs8.10", "nodejs10.x", "nodejs12.x", "nodejs14.x", "nodejs16.x",
        "nodejs18.x", "nodejs20.x", "nodejs22.x", "nodejs24.x", "java8", "java8.al2", "java11", "java17", "java21",
        "java25",
        "python2.7", "python3.6", "python3.7", "python3.8", "python3.9", "python3.10", "python3.11", "python3.12",
        "python3.13", "python3.14", "dotnetcore1.0", "dotnetcore2.0", "dotnetcore2.1", "dotnetcore3.1", "dotnet6",
        "dotnet8",
        "dotnet10", "nodejs4.3-edge", "go1.x", "ruby2.5", "ruby2.7", "ruby3.2", "ruby3.3", "ruby3.4", "ruby4.0",
        "provided",
        "provided.al2", "provided.al2023", "nodejs26.x", "python3.15", "java8.al2023", "java11.al2023", "java17.al2023",
        "custom",
    ]
}
