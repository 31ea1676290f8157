import AWSServices
import Engine

extension FunctionDeployment {
    /// Everything is as planned, in one look: only then is anything tested, published or routed to.
    func verify(_ latest: Snapshot) throws(Interruption) {
        try requireNoRival(plan.deviations(in: latest.content), during: nil)
    }
}

extension DeploymentPlan {
    /// Where `shown` is not as planned. What is not planned may be anything.
    package func deviations(in shown: FunctionContent) -> [Difference] {
        var planned = shown
        planned.codeSha256 = code?.digest ?? shown.codeSha256
        planned.architectures = code?.architectures ?? shown.architectures
        planned.imageUri = code?.digest == nil ? code?.imageUri ?? shown.imageUri : shown.imageUri
        return Difference.between(planned.overlaid(with: configurationToSend(over: shown)), shown)
    }
}
