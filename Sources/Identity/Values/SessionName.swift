/// The name under which a session shows in CloudTrail: `lockstep-REPOSITORY-RUN`.
package enum SessionName {
    /// Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
    package static let lengths = 2...64

    /// AWS's `[\w+=,.@-]`.
    package static func allows(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "+", "=", ",", ".", "@", "-": true
        default: false
        }
    }

    /// What AWS does not take becomes a dash. Where it is too long, the beginning of the repository (its owner) goes.
    /// - Parameter environment: GitHub's; elsewhere neither repository nor run is there.
    package static func standard(_ environment: [String: String]) -> String {
        let run = fit(environment["GITHUB_RUN_ID"] ?? "")
        let room = lengths.upperBound - "lockstep--".count - run.count
        let repository = fit(environment["GITHUB_REPOSITORY"] ?? "").suffix(max(0, room))
        let parts = ["lockstep", String(repository), run]
        return String(parts.filter { !$0.isEmpty }.joined(separator: "-").prefix(lengths.upperBound))
    }

    private static func fit(_ text: String) -> String {
        var fit = ""
        for scalar in text.unicodeScalars { fit.unicodeScalars.append(allows(scalar) ? scalar : "-") }
        return fit
    }
}
