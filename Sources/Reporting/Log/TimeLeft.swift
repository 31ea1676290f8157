import AWSCore
import Deployment

/// How much is left of the time of a run that has a deadline.
struct TimeLeft {
    private var deadline: Duration?

    /// What a line about this adds: something where it is about a wait, and there is a deadline.
    mutating func note(_ entry: Journal.Entry) -> Wording {
        if case .timeLimited(let deadline) = entry.fact { self.deadline = deadline }
        guard let deadline, entry.fact.isOfAWait else { return "" }
        return ", \(max(.zero, deadline - entry.at)) left until the deadline"
    }
}

extension Sentence {
    func with(_ more: Wording) -> Sentence {
        if case .said(let text) = self { .said(text + more) } else { self }
    }
}

extension Fact {
    fileprivate var isOfAWait: Bool {
        switch self {
        case .engine(.waitBegan), .engine(.polled), .upload(.began), .upload(.progressed), .startingOver,
            .traffic(.holdBegan), .traffic(.held), .traffic(.codeDeploy(.seen)), .smokeTestBegan:
            true
        default: false
        }
    }
}
