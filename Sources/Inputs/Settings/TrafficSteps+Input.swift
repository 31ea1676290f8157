import Deployment
import Engine

extension TrafficSteps {
    /// Steps such as `10% 5m, 50% 10m`, separated by commas or line ends. All mistakes are told.
    init(input text: String) throws(Complaint) {
        var steps: [Step] = []
        var reasons: [String] = []
        let parts = text.split { $0 == "," || $0.isNewline }.compactMap { Optional(String($0)).given }
        guard parts.count <= Self.mostSteps else { throw Complaint(Mistake.tooMany(parts.count).wording) }
        for words in parts {
            do throws(Complaint) {
                steps.append(try Step(input: words))
            } catch {
                reasons += error.reasons
            }
        }
        guard reasons.isEmpty else { throw Complaint(reasons: Array(reasons.prefix(10))) }
        do throws(Mistake) {
            try self.init(steps)
        } catch {
            throw Complaint(error.wording)
        }
    }
}

extension TrafficSteps.Step {
    fileprivate init(input text: String) throws(Complaint) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, words[0].hasSuffix("%") else {
            throw Complaint(
                "must be codedeploy or steps such as 10% 5m, 50% 10m: \(text.quoted) is not a share and a time")
        }
        let share = try TrafficShare(input: String(words[0]))
        do throws(Complaint) {
            self.init(share: share, lasts: try Duration(stepInput: String(words[1])))
        } catch {
            throw Complaint(reasons: error.reasons.map { "has \(share) for a time that \($0)" })
        }
    }
}

extension TrafficShare {
    /// `10%`, `2.5%`, `0.75%` is too small.
    fileprivate init(input text: String) throws(Complaint) {
        let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
        let fraction = parts.count == 2 ? parts[1] : "0"
        guard (1...2).contains(parts.count), let whole = parts.first, (1...2).contains(fraction.count),
            (1...3).contains(whole.count), (whole + fraction).allSatisfy(\.isASCIIDigit), let percent = Int(whole),
            let rest = Int(fraction),
            let share = TrafficShare(
                hundredthsOfPercent: percent * 100 + (fraction.count == 1 ? rest * 10 : rest))
        else {
            throw Complaint(
                "has the share \(text.quoted), but a share is 1% to 100%, with at most two digits after the point")
        }
        self = share
    }
}

extension TrafficSteps.Mistake {
    fileprivate var wording: String {
        switch self {
        case .none: "has no step: write steps such as 10% 5m, 50% 10m"
        case .tooMany(let count): "has \(count) steps, but may have at most \(TrafficSteps.mostSteps)"
        case .notRising(let share, let before): "has \(share) after \(before): shares must rise from step to step"
        }
    }
}
