import AWSCore

extension AWSTry {
    /// Told of the first of its kind.
    var sentence: Sentence {
        let again: Wording = "retrying after \(pause ?? .zero), and silently from now on"
        return switch setback {
        case .throttled(let refusal, _):
            .said(
                "AWS throttles this account's calls (\(ours: operation): \(refusal.status) \(supplied: refusal.code)): \(again)"
            )
        case .passing(let refusal, _) where refusal.code == "IDPCommunicationError":
            .said("AWS could not reach whoever issued the identity token, to check it (\(ours: operation)): \(again)")
        case .passing(let refusal, _):
            .said("\(ours: operation) failed in passing (\(refusal.status) \(supplied: refusal.code)): \(again)")
        case .clockSkewed: .said("This machine's clock differs from AWS's: signing with AWS's time")
        case .notSent(let reason), .unresolved(let reason), .untrusted(let reason):
            .said("\(ours: operation) could not be sent (\(supplied: reason)): \(again)")
        case .unclear(let reason):
            .said("\(ours: operation) got no usable answer (\(supplied: reason)): \(again)")
        case .refused, .cancelled, nil: .said("\(ours: operation): \(again)")
        }
    }

    /// For who looks for a fault: `GetFunction: 429 TooManyRequestsException (request 1-2-3) in 184 ms; again after 0.3 s`.
    var debugWording: Wording {
        let answer: Wording = status.map { "\($0)" } ?? "no answer"
        let request: Wording = requestID.map { " (request \(supplied: $0))" } ?? ""
        return "\(ours: operation): \(answer)\(why)\(request) in \(milliseconds) ms\(next)"
    }

    private var why: Wording {
        switch setback {
        case .throttled(let refusal, _), .passing(let refusal, _), .clockSkewed(let refusal, _), .refused(let refusal):
            refusal.code.isEmpty ? "" : " \(supplied: refusal.code)"
        case .notSent(let reason), .unresolved(let reason), .untrusted(let reason), .unclear(let reason):
            ", \(supplied: reason)"
        case .cancelled: ", cancelled"
        case nil: ""
        }
    }

    private var next: Wording {
        if let pause { return "; again after \(pause)" }
        return setback == nil ? "" : "; not again"
    }

    private var milliseconds: Int { Int((took.inSeconds * 1000).rounded()) }
}
