/// Who calls a function by its name alone, and so `$LATEST`, as far as may be known.
package struct PlainCallers: Sendable, Equatable {
    /// ARNs of queues and streams.
    package var eventSources: [String] = []
    /// Those that the function's policy admits.
    package var services: [String] = []
    package var hasURL = false

    package static let none = PlainCallers()
}
