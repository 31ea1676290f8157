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
                advice: "Check alarms and aws-region. Traffic is not shifted while the alarms cannot be read.")
        case .alarmsAlreadyOn(let alarms):
            self.init(
                title: "an alarm is already firing",
                happened: alarms.map(\.wording).joined(separator: " ") + " Nothing was changed.",
                advice: "Fix its cause, or deploy the fix with alarms-already-on: warn.")
        case .alarm(let alarm, let share):
            let when: Wording =
                share.map { "while the new version had \($0) of the traffic" } ?? "before any traffic went over"
            self.init(
                title: "alarm \(alarm.name) fired", happened: "\(alarm.wording) It fired \(when).",
                advice: "Check the function's log and what the alarm measures, fix the cause, and deploy again.")
        case .alarmAtHalfWay(let alarm, let standing):
            self.init(
                title: "alarm \(alarm.name) is firing",
                happened:
                    "\(alarm.wording) An earlier run gave the new version \(ours: percent(ofWeight: standing)) of the "
                    + "traffic and was lost, so it is unknown whether that set it off.",
                advice: "Check the function's log and what the alarm measures. If the new version is not "
                    + "the cause, or is the fix, run again: it then starts over, and ignores the alarm until it "
                    + "has recovered.")
        case .shareInDoubt(let reason):
            self.init(
                title: "AWS did not take a share of the traffic",
                happened: "What became of UpdateAlias is not known: \(supplied: reason).",
                advice:
                    "Run again: it looks first, and sends only what is missing. If AWS keeps answering so, leave out "
                    + "traffic in that run, so that all of it moves at once: AWS has been seen to fail at every share, and "
                    + "to take the whole.")
        case .blind(let time, let reason):
            self.init(
                title: "alarms or alias could not be seen",
                happened: "For \(time) the alarms or the alias could not be read: \(reason).",
                advice: "Traffic is not shifted blindly. Check the network and what may have expired "
                    + "(role-duration-seconds of the credentials), and run again.")
        case .notWarm(let alias, let reason):
            self.init(
                title: "provisioned concurrency failed",
                happened:
                    "AWS could not provide the provisioned concurrency of alias \(ours: alias) for the new version: "
                    + "\(supplied: reason.withoutFullStop).",
                advice: "Fix what AWS reports, such as the account's remaining concurrency, and run again.")
        case .codeDeploy(let deployment): self.init(of: deployment)
        }
    }
}
