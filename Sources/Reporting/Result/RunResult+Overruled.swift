import AWSCore
import AWSServices
import Deployment
import Engine

/// What somebody else set during a run, and the run's inputs then set otherwise.
struct Overruled: Equatable {
    /// What stood before they came, and what they left.
    let theirs: Difference
    /// What this run made of it; `nil`: of code that nobody knows a digest of, only that it was sent.
    let ours: Difference?
}

extension RunResult {
    /// In the order in which they were written over. What was only going to be is not among them.
    var overruled: [Overruled] {
        if isRestored { return [] }
        var telling = Telling()
        for entry in entries {
            if case .restoration = entry.fact { break }
            telling.hear(entry.fact)
        }
        return telling.overruled
    }
}

/// Reads the story once: what a rival changed, what the next plan says of the same, and the write that did it.
private struct Telling {
    private(set) var overruled: [Overruled] = []
    private var theirs: [Difference] = []
    private var planned: [Difference] = []
    /// The alias before this run gave the new version a share of it.
    private var shifted: AliasConfiguration?

    mutating func hear(_ fact: Fact) {
        switch fact {
        case .rivalFound(let rival):
            theirs = theirs.followed(by: rival.differences)
            shifted = nil
        case .planned(let changes): planned = changes.differences
        // Somebody may come again before it is done, and it has written over what they had set all the same.
        case .engine(.accepted(let write)): settle(write)
        case .traffic(.shiftBegan(_, let standing, _)): shifted = standing
        case .aliasMoved(let from, let to):
            let left = (shifted ?? from).traffic
            let move = Difference(name: "Alias \(to.name)", before: .string(left), after: .string(to.traffic))
            settle { $0 == move.name ? move : nil }
        default: break
        }
    }

    private mutating func settle(_ write: Write) {
        let planned = planned
        settle { name in planned.first { $0.name == name && write.sets($0) } }
        guard write == .updateFunctionCode, let code = theirs.first(where: { $0.name == Difference.codeName }) else {
            return
        }
        overruled.append(Overruled(theirs: code, ours: nil))
        theirs.removeAll { $0.name == code.name }
    }

    /// - Parameter written: what now stands in the place of what they set; `nil`: it was not written over.
    private mutating func settle(_ written: (String) -> Difference?) {
        for difference in theirs {
            guard let ours = written(difference.name) else { continue }
            let left = Difference(name: difference.name, before: difference.before, after: ours.before)
            overruled.append(Overruled(theirs: left, ours: ours))
        }
        theirs.removeAll { written($0.name) != nil }
    }
}

extension [Difference] {
    /// Of what was changed twice, what stood before the first counts.
    fileprivate func followed(by later: [Difference]) -> [Difference] {
        self + later.filter { later in !contains { $0.name == later.name } }
    }
}

extension Write {
    /// Whether it sets what differs.
    fileprivate func sets(_ difference: Difference) -> Bool {
        switch self {
        case .updateFunctionCode: difference.isOfCode
        case .tagResource: difference.isOfTag
        case .updateFunctionConfiguration: !difference.isOfCode && !difference.isOfTag
        default: false
        }
    }
}
