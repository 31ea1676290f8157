import Deployment

extension Supersession {
    var wording: String {
        "Alias \(alias) serves version \(version), which run \(newer.wording) of this workflow released; this is run "
            + "\(ours.wording), an older one."
    }
}

extension WorkflowRun {
    fileprivate var wording: String { attempt == 1 ? "\(number)" : "\(number) (attempt \(attempt))" }
}
