/// Why a text is not what it should be. Whoever knows the input's name adds it.
struct Complaint: Error, Equatable {
    let reasons: [String]

    init(_ reason: String) {
        reasons = [reason]
    }

    init(reasons: [String]) {
        self.reasons = reasons
    }

    /// The same with more said, before what each reason shows below itself.
    func adding(_ more: String) -> Complaint {
        Complaint(
            reasons: reasons.map { reason in
                let lines = reason.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
                return ([lines[0] + more] + lines.dropFirst().map { $0 }).joined(separator: "\n")
            })
    }
}

extension String {
    /// The text as a message may show it: short, in quotes.
    package var quoted: String {
        let most = 80
        return count <= most ? "\"\(self)\"" : "\"\(prefix(most))...\""
    }
}

extension [String] {
    /// `deploy, plan or rollback`.
    var alternatives: String {
        guard count > 1, let last else { return first ?? "" }
        return "\(dropLast().joined(separator: ", ")) or \(last)"
    }
}
