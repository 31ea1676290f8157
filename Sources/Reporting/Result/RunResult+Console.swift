import AWSCore
import AWSServices

extension RunResult {
    /// `nil`: nobody saw the function, or it is none of AWS's.
    var console: ConsoleLinks? { functionArn.flatMap(ConsoleLinks.init(functionArn:)) }
}

extension FunctionConfiguration {
    /// `nil`: the one that Lambda makes by itself.
    var logGroup: String? { members["LoggingConfig"]?["LogGroup"]?.string }
}
