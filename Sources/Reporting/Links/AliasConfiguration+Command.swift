import AWSCore
import AWSServices

extension AliasConfiguration {
    /// What brings the alias to this by hand; `nil`: AWS has not said where it is.
    ///
    /// Without weights of its own the command takes off those that stand. Names and numbers of AWS's need no quoting, but for the
    /// dollar of `$LATEST`.
    /// Source: https://docs.aws.amazon.com/cli/latest/reference/lambda/update-alias.html
    var commandToWriteIt: Wording? {
        guard let arn = arn.flatMap(ARN.init), let function = arn.functionName else { return nil }
        let weights = additionalVersionWeights.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
        let place = "--region \(arn.region) --function-name \(function)"
        let routing = "'{\"AdditionalVersionWeights\":{\(weights.joined(separator: ","))}}'"
        return
            "aws lambda update-alias \(ours: place) --name \(ours: name) --function-version '\(ours: functionVersion)' --routing-config \(ours: routing)"
    }
}
