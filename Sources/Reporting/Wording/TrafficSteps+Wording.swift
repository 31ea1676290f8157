import AWSCore
import Deployment

extension TrafficSteps {
    /// `10% for 5 min, then 100%`
    var wording: Wording {
        let shares = partial.map { "\($0.share) for \($0.lasts)" as Wording }
        let all: Wording = "\(TrafficShare.all)" + (watch.map { " for \($0)" } ?? "")
        return (shares + [all]).joined(separator: ", then ")
    }
}
