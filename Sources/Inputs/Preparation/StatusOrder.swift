import AWSCore
import Deployment

/// The functions whose state is to be shown, and whom to ask.
package struct StatusOrder: Sendable {
    package let destination: Destination
    /// As AWS takes them: names or ARNs.
    package let functions: [String]

    /// - Throws: all that is wrong with the inputs, at once.
    package init(_ given: ActionInputs, _ host: any Host) throws(InvalidInputs) {
        var inspection = Inspection()
        let names = given.functionName.split { $0 == "," || $0.isWhitespace }.map(String.init)
        if names.isEmpty { inspection.note(\TaskInputs.functionName, "is missing: the function's name or ARN") }
        InputVariables.judge(host.environment, &inspection)
        let profile = Destination.regionOfProfile(host)
        var inputs = given
        for name in names.reversed() {  // the first one tells the Region, if it is an ARN
            inputs.task.functionName = name
            let function = inputs.task.function(&inspection)
            _ = inputs.aws.region(host.environment, profile, of: function, &inspection)
            // Whose the credentials are, Identity holds against it.
            _ = inputs.aws.allowedAccounts(of: function, &inspection)
        }
        // What is nil here has left a problem.
        guard let destination = Destination(inputs, host, &inspection), inspection.problems.isEmpty else {
            throw InvalidInputs(problems: inspection.problems)
        }
        self.destination = destination
        functions = names
    }
}

extension ActionInputs {
    /// Whether the state of functions is shown, and no more.
    package var showsStatus: Bool { task.mode.given == RunMode.status.rawValue }
}
