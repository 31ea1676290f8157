// Conflicts: https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html
extension Refusal {
    static func notActive(_ arn: String, _ state: ControlPlane.Status) -> Refusal {
        let separator = state.value == "Failed" ? "," : "."
        return conflict(
            "The operation cannot be performed at this time. The resource \(arn) is currently in the following state: "
                + "'\(state.value)'\(separator) StateReasonCode: '\(state.reasonCode ?? "")'")
    }

    static func notInvocable(_ state: ControlPlane.Status) -> Refusal {
        conflict(
            "The operation cannot be performed at this time. The function is currently in the following state: "
                + state.value)
    }
}
