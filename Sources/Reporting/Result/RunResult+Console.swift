import AWSCore
import AWSServices

extension RunResult {
    /// `nil`: nobody saw the function, or it is none of AWS's.
    var console: ConsoleLinks? { functionArn.flatMap(ConsoleLinks.init(functionArn:)) }

    /// Where callers are led, or else the function.
    var consoleLink: String? {
        guard let console else { return nil }
        return alias.map { console.alias($0.name) } ?? console.function
    }
}

extension FunctionConfiguration {
    /// `nil`: the one that Lambda makes by itself.
    var logGroup: String? { members["LoggingConfig"]?["LogGroup"]?.string }
}
