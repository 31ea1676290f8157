import AWSServices

/// The state of a function or a version, for people.
package struct Status: Sendable, Equatable, CustomStringConvertible {
    package let description: String

    package static let unreachable = Status(description: "AWS cannot be reached")

    package init(description: String) {
        self.description = description
    }

    package init(_ configuration: FunctionConfiguration?) {
        guard let configuration else {
            description = "not found"
            return
        }
        let state = "State: \(configuration.state?.description ?? "none")"
        let update = "LastUpdateStatus: \(configuration.lastUpdateStatus?.description ?? "none")"
        description = "\(state), \(update)"
    }
}
