extension ControlPlane {
    /// What invocations of a function answer.
    package struct Behaviour: Sendable, Equatable {
        /// `nil` answers `{"statusCode":200,"echo":<the payload>}`.
        package var payload: [UInt8]?
        /// `Unhandled` or `Handled`.
        package var functionError: String?
        package var log: String
        /// Where it answers otherwise; the first that fits counts.
        package var exceptions: [Exception] = []

        package init(payload: [UInt8]?, functionError: String?, log: String) {
            self.payload = payload
            self.functionError = functionError
            self.log = log
        }

        package static let echo = Behaviour(
            payload: nil, functionError: nil,
            log: "START RequestId: 1 Version: $LATEST\nEND RequestId: 1\nREPORT RequestId: 1\tDuration: 1.00 ms\n")
    }
}

extension ControlPlane.Behaviour {
    /// An error of the function's, for one event or for where it runs.
    package struct Exception: Sendable, Equatable {
        /// The event that it fails at; `nil`: at any.
        package var event: JSON?
        /// Only what runs as a published version fails, as one does that does not bear to be restored from a snapshot.
        /// Source: https://docs.aws.amazon.com/lambda/latest/dg/snapstart-uniqueness.html
        package var isOfVersions: Bool
        package var errorType: String
        package var errorMessage: String

        package init(event: JSON?, isOfVersions: Bool, errorType: String, errorMessage: String) {
            self.event = event
            self.isOfVersions = isOfVersions
            self.errorType = errorType
            self.errorMessage = errorMessage
        }
    }

    /// What `version` answers to `event`, and the kind of error it is, if it is one.
    func answer(to event: JSON, as version: ControlPlane.Version) -> (payload: [UInt8], error: String?) {
        let isVersion = version.name != "$LATEST"
        let exception = exceptions.first { ($0.event ?? event) == event && (isVersion || !$0.isOfVersions) }
        if let exception {
            let error: JSON = [
                "errorType": .string(exception.errorType), "errorMessage": .string(exception.errorMessage),
            ]
            return (error.bytes, "Unhandled")
        }
        let echo: JSON = ["statusCode": 200, "echo": event]
        return (payload ?? echo.bytes, functionError)
    }
}
