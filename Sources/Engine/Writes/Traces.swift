/// What a look after an unanswered or refused write is judged by.
package struct Traces {
    enum Verdict {
        case arrived
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
    /// See ``Snapshot/isUpdated(since:)``.
    let isUpdated: Bool

    func verdict(on shown: FunctionContent) -> Verdict {
        let isBefore = before.isMet(by: shown)
        // The same content before and after (an update repeated as a cure): only revision and status tell.
        if mayHaveArrived, isRecognisable, after.isMet(by: shown), !isBefore || isUpdated { return .arrived }
        if isBefore { return .untouched }
        let deviations = before.deviations(in: shown)
        if mayHaveArrived, !isCodeCertain, deviations.allSatisfy(\.isOfCode), shown.imageUri == after.content.imageUri {
            return .otherCode
        }
        let sinceOurs = after.deviations(in: shown)
        // What is other than before, and as we wrote it, is ours.
        if mayHaveArrived, !Set(deviations.map(\.name)).isSubset(of: sinceOurs.map(\.name)) {
            return .arrivedBeforeRival(sinceOurs)
        }
        return .rival(deviations)
    }

    /// Without a digest, and under a name that stood there before, any code would pass for ours.
    private var isRecognisable: Bool {
        after.content.codeSha256 != nil || before.content.codeSha256 == nil
            || after.content.imageUri != before.content.imageUri
    }
}
