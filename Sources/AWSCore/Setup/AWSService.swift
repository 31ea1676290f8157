import HTTP

/// What sets one of AWS's services apart when a request is addressed and signed.
package struct AWSService: Sendable {
    /// The service in the signature's scope.
    package let signingName: String
    /// What begins its host names.
    package let hostPrefix: String
    /// The variable that names another endpoint for this service alone.
    package let endpointVariable: String
    package let signature: Signature
    package let errors: Errors

    package enum Signature: Sendable {
        /// The path is percent-encoded once more before it is signed.
        case ordinary
        /// The path is signed as it is sent, and the body's digest goes along in a header.
        case s3
    }

    /// How the service words its errors.
    package enum Errors: Sendable {
        /// In any of the forms of AWS's JSON protocols.
        case json
        /// In a form of the service's own; `nil` where the answer holds none.
        case other(@Sendable (HTTPResponse) -> ErrorText?)
    }

    package init(
        signingName: String, hostPrefix: String, endpointVariable: String, signature: Signature, errors: Errors
    ) {
        self.signingName = signingName
        self.hostPrefix = hostPrefix
        self.endpointVariable = endpointVariable
        self.signature = signature
        self.errors = errors
    }
}

/// What an answer says of an error.
package struct ErrorText: Sendable, Equatable {
    /// `NoSuchBucket`
    package let code: String
    package let message: String?
    /// Which of several things that go by that code.
    var reason: String?

    package init(code: String, message: String?) {
        self.code = code
        self.message = message
    }
}
