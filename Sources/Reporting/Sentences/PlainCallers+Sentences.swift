import AWSCore
import AWSServices
import Deployment

extension PlainCallers {
    /// Whoever adopts an alias has to bring the callers to it, and the permissions, which do not follow by themselves.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
    func warning(of alias: AliasConfiguration) -> Sentence {
        let function: Wording = "\(ours: alias.arn.flatMap(ARN.init)?.functionName ?? "FUNCTION")"
        let permit: Wording =
            "aws lambda add-permission --function-name \(function) --qualifier \(ours: alias.name) --action "
            + "lambda:InvokeFunction --statement-id \(ours: alias.name) --principal \(supplied: services.first ?? "SERVICE")"
        return .warning(
            title: "alias \(alias.name) is new",
            "Callers of the plain function name still get $LATEST, which changes before it is tested. \(known)"
                + "Have them call \(function):\(ours: alias.name). Permissions that were granted on the function do not cover the "
                + "alias; to grant one: \(permit)")
    }

    private var known: Wording {
        let url: [Wording] = hasURL ? ["the function URL"] : []
        let callers = (eventSources + services).map(Wording.supplied) + url
        return callers.isEmpty ? "" : "Among them: \(callers.joined(separator: ", ")). "
    }
}
