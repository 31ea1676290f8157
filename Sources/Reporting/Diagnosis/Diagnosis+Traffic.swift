import AWSCore
import AWSServices
import Deployment
import Engine

extension Diagnosis {
    init(of failure: TrafficFailure) {
        switch failure {
        case .alarmsMissing(let names):
            self.init(
                title: "an alarm does not exist",
                happened: "There is no alarm \(ours: names.joined(separator: ", ")) in this Region and account.",
                advice: "Check alarms and aws-region. Nothing is shifted under alarms that nobody can see.")
        case .alarmsAlreadyOn(let alarms):
            self.init(
                title: "an alarm is on already",
                happened: alarms.map(\.wording).joined(separator: " ") + " Nothing was changed.",
                advice: "Fix its cause, or deploy the fix with alarms-already-on: warn.")
        case .alarm(let alarm, let share):
            let when: Wording =
                share.map { "while the new version had \($0) of the traffic" } ?? "before any traffic went over"
            self.init(
                title: "alarm \(alarm.name) came on", happened: "\(alarm.wording) It came on \(when).",
                advice: "Look at the function's log and at what the alarm measures, fix the cause, and deploy again.")
        case .alarmAtHalfWay(let alarm, let standing):
            self.init(
                title: "alarm \(alarm.name) is on",
                happened:
                    "\(alarm.wording) An earlier run gave the new version \(ours: percent(ofWeight: standing)) of the "
                    + "traffic and was lost, so nobody saw whether that brought it about.",
                advice: "Look at the function's log and at what the alarm measures. If the new version did not bring "
                    + "it about, or is its cure, run it again: it then starts over, and passes over the alarm until it "
                    + "has been OK.")
        case .blind(let time, let reason):
            self.init(
                title: "alarms or alias could not be seen",
                happened: "For \(time) nobody could see whether all is well: \(reason).",
                advice: "Nothing is shifted blindly. Check the network and what expires meanwhile "
                    + "(role-duration-seconds of the credentials), and run it again.")
        case .notWarm(let alias, let reason):
            self.init(
                title: "provisioned concurrency failed",
                happened: "The provisioned concurrency of alias \(ours: alias) could not be had for the new version: "
                    + "\(supplied: reason.withoutFullStop).",
                advice: "Fix what AWS names, such as the concurrency that is left in the account, and run it again.")
        case .codeDeploy(let deployment): self.init(of: deployment)
        }
    }
}
