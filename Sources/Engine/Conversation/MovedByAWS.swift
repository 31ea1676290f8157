// AWS adds members to its answers over the years, and some of them it moves by itself. What nobody here knows is somebody's
// setting, until it is seen to move across a write of ours that was accepted: then it is taken for AWS's own for this run.
extension FunctionEngine {
    /// What of these differences only somebody else can have made, with no write of ours in between.
    package func foreign(_ differences: [Difference]) -> [Difference] {
        let movedByAWS = memory.movedByAWS
        return differences.filter { !movedByAWS.contains($0.name) }
    }

    /// The same across a write of ours that was accepted: what nobody knows and nobody wrote is then AWS's own.
    /// - Parameter written: the members that the write gave, which are not unknown for that.
    package func foreignAcrossOurs(
        _ differences: [Difference], writing written: [ConfigurationMember]
    ) -> [Difference] {
        let left = foreign(differences)
        guard left.allSatisfy({ $0.mayBeMovedByAWS(writing: written) }) else { return left }
        takeForAWSs(left)
        return []
    }

    func takeForAWSs(_ differences: [Difference]) {
        guard !differences.isEmpty else { return }
        memory.noteMovedByAWS(differences.map(\.name))
        tell(.takenForAWSs(differences))
    }
}

extension Difference {
    func mayBeMovedByAWS(writing written: [ConfigurationMember]) -> Bool {
        isOfUnknownMember && !written.contains { $0.rawValue == name }
    }
}
