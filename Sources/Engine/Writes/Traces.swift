/// What a look after an unanswered or refused write is judged by.
package struct Traces {
    enum Verdict {
        /// - Parameter movedByAWS: what nobody knows, and is other than before as well.
        case arrived(movedByAWS: [Difference])
        case untouched
        /// Only the code is other than it was, and nobody can tell whether it is ours.
        case otherCode
        /// What we wrote is there, and more that somebody else has changed since.
        case arrivedBeforeRival([Difference])
        case rival([Difference])
    }

    let before: Expectation
    let after: Expectation
    let isCodeCertain: Bool
    let mayHaveArrived: Bool
    /// Names that are known to be moved by AWS itself.
    let movedByAWS: Set<String>
    /// See ``Snapshot/isUpdated(since:)``.
    let isUpdated: Bool

    func verdict(on shown: FunctionContent) -> Verdict {
        let deviations = foreign(before, shown)
        let sinceOurs = foreign(after, shown)
        let isBefore = deviations.isEmpty
        let isOnlyAWSs = sinceOurs.allSatisfy { $0.mayBeMovedByAWS(writing: Array(after.written.keys)) }
        let showsOurs = deviations.count > sinceOurs.count
        // The same content before and after (an update repeated as a cure): only revision and status tell.
        if mayHaveArrived, isRecognisable, isOnlyAWSs, showsOurs || isUpdated && sinceOurs.isEmpty {
            return .arrived(movedByAWS: sinceOurs)
        }
        if isBefore {
            let unexplained = mayHaveArrived ? [] : before.content.unexplained(in: shown)
            return unexplained.isEmpty ? .untouched : .rival(unexplained)
        }
        if mayHaveArrived, !isCodeCertain, deviations.allSatisfy(\.isOfCode), shown.imageUri == after.content.imageUri {
            return .otherCode
        }
        // What is other than before, and as we wrote it, is ours.
        if mayHaveArrived, !Set(deviations.map(\.name)).isSubset(of: sinceOurs.map(\.name)) {
            return .arrivedBeforeRival(sinceOurs)
        }
        return .rival(deviations)
    }

    private func foreign(_ expected: Expectation, _ shown: FunctionContent) -> [Difference] {
        expected.deviations(in: shown).filter { !movedByAWS.contains($0.name) }
    }

    /// Without a digest, and under a name that stood there before, any code would pass for ours.
    private var isRecognisable: Bool {
        after.content.codeSha256 != nil || before.content.codeSha256 == nil
            || after.content.imageUri != before.content.imageUri
    }
}
