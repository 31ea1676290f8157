/// What sets one of AWS's services apart when a request is addressed and signed.
package struct AWSService: Sendable {
    /// The service in the signature's scope.
    package let signingName: String
    /// What begins its host names.
    package let hostPrefix: String
    /// The variable that names another endpoint for this service alone.
    package let endpointVariable: String
    package let signature: Signature

    package enum Signature: Sendable {
        /// The path is percent-encoded once more before it is signed.
        case ordinary
        /// The path is signed as it is sent, and the body's digest goes along in a header.
        case s3
    }

    package init(signingName: String, hostPrefix: String, endpointVariable: String, signature: Signature) {
        self.signingName = signingName
        self.hostPrefix = hostPrefix
        self.endpointVariable = endpointVariable
        self.signature = signature
    }
}
