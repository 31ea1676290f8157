import Deployment

extension TrafficSteps {
    /// `10% for 300 s, then 100%`
    var text: String {
        let shares = partial.map { "\($0.share) for \($0.lasts)" }
        let all = "\(TrafficShare.all)" + (watch.map { " for \($0)" } ?? "")
        return (shares + [all]).joined(separator: ", then ")
    }
}
