import AWSCore
import Deployment
import Engine

extension Diagnosis {
    /// - Parameter conflicts: how often somebody else was in the way.
    init(of rival: Rival, conflicts: Int) {
        let during: Wording = rival.during.map { ", last noticed at \($0)" } ?? ""
        let times: Wording = conflicts == 1 ? "once" : "\(conflicts) times"
        let what = rival.differences.map(\.wording).joined(separator: "; ")
        self.init(
            title: "somebody else changed the function",
            happened: "Somebody else changed it \(times) during this run\(during): "
                + (what.isEmpty ? "they created it." : "\(what)."),
            advice: (rival.differences.contains { $0.name.hasPrefix("s3://") }
                ? "Find out who else writes to the bucket; without s3-key, nobody else's package has the same key. "
                : "Find out who else deploys it, or put both into one concurrency group. ")
                + "on-conflict: retry and max-retries say how often to start over.")
    }

    init(of move: AliasMove) {
        let name = move.name
        let theirs: Wording =
            move.standing.map { "moved it, to version \(ours: $0.traffic). That stays" } ?? "deleted it. It stays away"
        self.init(
            title: "somebody else moved the alias",
            happened: "After this run had begun to move alias \(ours: name), somebody else \(theirs).",
            advice:
                "Find out who it was, and why: it may have been an emergency. To release it all the same, run it again."
        )
    }
}
