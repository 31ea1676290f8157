import AWSCore
import AWSServices
import Deployment

/// What a version's own texts say of where it comes from.
struct Origin: Equatable {
    /// As its description names it.
    let commit: String?
    /// In seconds.
    let age: Double?

    /// - Parameter now: seconds since 1970.
    init(of version: FunctionConfiguration, now: Double) {
        commit = version.humanDescription.split(separator: "|").lazy.map(withoutBlanks).first(where: isCommit)
            .map(String.init)
        age = version.lastModified.flatMap(lambdaTime).map { max(0, now - $0) }
    }
}

private func withoutBlanks(_ text: Substring) -> Substring {
    let start = text.drop { $0 == " " }
    return start.lastIndex { $0 != " " }.map { start[...$0] } ?? ""
}

/// - Parameter text: `2026-11-27T10:11:12.000+0000`, as Lambda writes it.
func lambdaTime(_ text: String) -> Double? {
    text.hasSuffix("+0000") ? secondsSince1970(iso8601: "\(text.prefix(19))Z") : nil
}

/// `3 days ago`, in the largest unit there is one of.
func age(_ seconds: Double) -> String {
    let units = [(86_400.0, "day"), (3600, "hour"), (60, "minute")]
    guard let (length, name) = units.first(where: { seconds >= $0.0 }) else { return "just now" }
    // A clock may be wrong by as much as it likes, but a number has its limits.
    let count = Int(min(seconds / length, 1e6))
    return "\(count) \(name)\(count == 1 ? "" : "s") ago"
}
