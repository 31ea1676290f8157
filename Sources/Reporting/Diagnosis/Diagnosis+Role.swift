import AWSCore
import AWSServices
import Identity
import Inputs

extension Diagnosis {
    /// The role could not be assumed: what AWS says hides more than it tells, so that the causes are told apart by what was asked.
    static func roleNotAssumed(_ failure: AWSFailure, _ attempt: RoleAttempt) -> Diagnosis {
        var diagnosis = Diagnosis(
            title: "the role could not be assumed",
            happened: "\(supplied: attempt.role) could not be assumed: \(failure.wording).\(attempt.proof.wording)",
            advice: advice(failure, attempt))
        if let (admitted, policy) = attempt.cure(of: failure) {
            diagnosis = Diagnosis(
                title: diagnosis.title, happened: diagnosis.happened,
                advice:
                    "\(diagnosis.advice)\nThis trust policy admits \(admitted). If others use the role too, add its statement to those "
                    + "that stand:")
            diagnosis.policy = .supplied(policy.text)
        }
        return diagnosis
    }

    private static func advice(_ failure: AWSFailure, _ attempt: RoleAttempt) -> Wording {
        guard case .refused(let refusal) = failure else {
            return "Check the Region, the proxy and the network, then run again."
        }
        return switch attempt.proof {
        case .token(let claims): refusal.advice(on: claims)
        case .credentials: refusal.adviceOnChaining
        }
    }
}

extension RoleAttempt.Proof {
    /// What was shown to AWS: a token's claims, never the token.
    fileprivate var wording: Wording {
        switch self {
        case .token(let claims):
            claims.isEmpty
                ? " The token's claims cannot be read."
                : " The token says:"
                    + claims.map { "\n- \(ours: $0.name): \(supplied: $0.value)" as Wording }.joined(separator: "")
        case .credentials(let step): " It was asked for by the credentials of \(supplied: step)."
        }
    }
}

extension RoleAttempt {
    /// The trust policy that admits this run, and whom else it admits; `nil`: another would not help, or it is not known.
    fileprivate func cure(of failure: AWSFailure) -> (admitted: Wording, policy: TrustPolicy)? {
        guard case .token(let claims) = proof, claims.areOfGitHub, case .refused(let refusal) = failure,
            refusal.lacksPermission, !Denial(message: refusal.message).isExplicit, let arn = ARN(role),
            let subjects = TokenSubjects(claims: claims)
        else { return nil }
        let policy = TrustPolicy(
            partition: String(arn.partition), account: String(arn.account), issuer: subjects.issuer,
            audience: subjects.audience, subjects: subjects.subjects)
        return (subjects.admitted, policy)
    }
}

extension [Claim] {
    fileprivate var areOfGitHub: Bool { contains { $0.name == "job_workflow_ref" || $0.value.hasPrefix("repo:") } }
}

extension Refusal {
    /// Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors
    fileprivate func advice(on claims: [Claim]) -> Wording {
        func claim(_ name: String, or usual: String) -> String {
            claims.first { $0.name == name }?.value ?? usual
        }
        switch code {
        case "AccessDenied", "AccessDeniedException":
            let denial = Denial(message: message)
            if denial.isExplicit { return denial.advice("sts:AssumeRoleWithWebIdentity") }
            let numbers: Wording =
                claims.areOfGitHub
                ? " Repositories made, renamed or transferred since 15 July 2026 have numbers in sub." : ""
            return
                "The role does not exist, or its trust policy does not admit these claims: compare them with its Condition, letter by "
                + "letter.\(numbers)"
        case "InvalidIdentityToken" where message.contains("No OpenIDConnect provider"):
            return
                "The account does not know these tokens yet. To make their provider: aws iam create-open-id-connect-provider "
                + "--url \(supplied: claim("iss", or: "https://token.actions.githubusercontent.com")) "
                + "--client-id-list \(supplied: claim("aud", or: PlannedRole.usualAudience))"
        case "InvalidIdentityToken" where message.contains("audience"):
            return
                "The provider in IAM does not have this audience: add it there as a client ID, or set the input audience to one "
                + "that it has."
        case "ExpiredTokenException", "ExpiredToken":
            return
                "The token had expired when it arrived. Run again: each run gets a new one. Where it comes from a file, see to whoever "
                + "keeps that current."
        case "IDPCommunicationError":
            return
                "AWS does not reach the issuer of the token, to fetch its keys. Run again. If it stays so, see whether the address in iss "
                + "answers over the internet, and githubstatus.com."
        case "InvalidIdentityToken" where message.contains("verification key"):
            return
                "AWS does not have the key that has signed the token. It fetches an issuer's keys itself, so that the address in iss has "
                + "to answer it, over the internet and with a certificate that everybody trusts; and no other may issue in its name. "
                + "Keys that were changed just now are known after some minutes: run again."
        case "InvalidIdentityToken":
            return
                "AWS does not hold the token for valid. Run again: each run gets a new one. If it stays so, see whether the issuer's clock "
                + "is right, and whether iss is the issuer that the account knows."
        default: return adviceOnChaining
        }
    }

    /// Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors
    fileprivate var adviceOnChaining: Wording {
        switch code {
        case "AccessDenied", "AccessDeniedException":
            "The credentials need sts:AssumeRole for this role, and the role's trust policy has to admit them (with the external ID, if "
                + "it asks for one)."
        case "ValidationError" where message.contains("MaxSessionDuration") || message.contains("1 hour"):
            "Lower role-duration-seconds, or raise the role's maximum session duration."
        case "RegionDisabledException":
            "Activate STS for this Region in the account settings of IAM, or use another Region."
        default: Diagnosis(of: self).advice
        }
    }
}
