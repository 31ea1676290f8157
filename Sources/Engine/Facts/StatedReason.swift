import AWSServices

/// Why something is in its state, in AWS's own words.
package struct StatedReason: Sendable, Equatable {
    /// `InvalidSubnet`
    package let code: String?
    package let text: String

    package init(code: String?, text: String) {
        self.code = code
        self.text = text
    }
}

extension FunctionConfiguration {
    package var reasonOfState: StatedReason { StatedReason(code: stateReasonCode, text: stateReason.orNoReason) }

    package var reasonOfLastUpdate: StatedReason {
        StatedReason(code: lastUpdateStatusReasonCode, text: lastUpdateStatusReason.orNoReason)
    }
}
