import AWSServices

/// The state of a function or a version, for people.
package struct Status: Sendable, Equatable, CustomStringConvertible {
    package let description: String
    /// Whether more patience may help: something is under way, or could not be seen.
    package let mayPass: Bool

    package static let unreachable = Status(description: "AWS cannot be reached", mayPass: true)

    package init(description: String, mayPass: Bool) {
        self.description = description
        self.mayPass = mayPass
    }

    package init(_ configuration: FunctionConfiguration?) {
        guard let configuration else {
            description = "not found"
            mayPass = true
            return
        }
        let state = "State: \(configuration.state?.description ?? "none")"
        let update = "LastUpdateStatus: \(configuration.lastUpdateStatus?.description ?? "none")"
        description = "\(state), \(update)"
        mayPass = configuration.lastUpdateStatus == .inProgress || configuration.state == .pending
    }
}
