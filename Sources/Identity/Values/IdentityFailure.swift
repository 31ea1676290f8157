import AWSCore
import AWSServices

/// Why it is not known as whom to speak, or why it may not be.
package enum IdentityFailure: Error, Sendable, Equatable {
    case cancelled
    /// GitHub issued no identity token.
    case tokenNotIssued(AWSFailure)
    /// The service for tokens cannot be asked, or its answer cannot be used.
    case tokenUnfit(reason: String)
    case roleNotAssumed(AWSFailure, RoleAttempt)
    /// There are no credentials anywhere.
    case nothingFound([Absence], role: PlannedRole?)
    /// Credentials are there, or should be, and cannot be had.
    case notToBeHad(step: String, reason: String)
    /// The credentials are for an account in which nothing may be done.
    case accountNotAllowed(CallerIdentity, allowed: [String])
    /// Nobody says whose the credentials are, and it has to be known.
    case callerUnknown(AWSFailure)
}

/// What AWS was asked, and by what.
package struct RoleAttempt: Sendable, Equatable {
    package enum Proof: Sendable, Equatable {
        /// A token with these claims.
        case token([Claim])
        /// Other credentials, by the step that served.
        case credentials(of: String)
    }

    package let role: String
    package let proof: Proof

    package init(role: String, proof: Proof) {
        self.role = role
        self.proof = proof
    }
}

/// Something that a token says, and that a trust policy may compare.
package struct Claim: Sendable, Equatable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// Where there were no credentials, and why.
package struct Absence: Sendable, Equatable {
    package let step: String
    package let reason: String

    package init(step: String, reason: String) {
        self.step = step
        self.reason = reason
    }
}
