import AWSCore

/// Whether the code that stands can be put back, should the run fail once it has changed it.
package enum OldCodeFact: Sendable {
    /// - Parameter digest: its `CodeSha256`.
    case kept(OldCode, digest: String)
    case notKept(reason: Wording)
}

extension Journal {
    /// What the code with this `CodeSha256` can be put back from; `nil`: it was not kept.
    package func oldCode(_ digest: String) -> OldCode? {
        entries.reversed().lazy.compactMap { entry -> OldCode? in
            guard case .oldCode(.kept(let code, digest)) = entry.fact else { return nil }
            return code
        }.first
    }
}
