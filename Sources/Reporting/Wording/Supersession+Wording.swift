import AWSCore
import Deployment

extension Supersession {
    var wording: Wording {
        "Alias \(ours: alias) serves version \(ours: version), which run \(newer.wording) of this workflow released; this is run "
            + "\(ours.wording), an older one."
    }
}

extension WorkflowRun {
    fileprivate var wording: Wording { attempt == 1 ? "\(number)" : "\(number) (attempt \(attempt))" }
}
