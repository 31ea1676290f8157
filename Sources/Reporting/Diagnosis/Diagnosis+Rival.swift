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
            title: "someone else changed the function",
            happened: "Someone else changed it \(times) during this run\(during): "
                + (what.isEmpty ? "they created it." : "\(what)."),
            advice: (rival.differences.contains { $0.name.hasPrefix("s3://") }
                ? "Find out who else writes to the bucket; without s3-key, every package has a key of its own. "
                : "Find out who else deploys it, or put both workflows into one concurrency group. ")
                + "on-conflict: retry starts over, up to max-retries times.")
    }

    init(of move: AliasMove) {
        let name = move.name
        let theirs: Wording =
            move.standing.map { "moved it to version \(ours: $0.traffic). Their change stands" }
            ?? "deleted it. It is not re-created"
        self.init(
            title: "someone else moved the alias",
            happened: "After this run began to move alias \(ours: name), someone else \(theirs).",
            advice:
                "Find out who it was, and why: it may have been an emergency. To release it anyway, run again."
        )
    }
}
