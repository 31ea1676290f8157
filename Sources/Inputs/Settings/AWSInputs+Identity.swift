import AWSCore
import Identity

extension AWSInputs {
    /// As whom the run is to speak.
    func identity(_ environment: [String: String], _ inspection: inout Inspection) -> IdentityPlan {
        var toldElsewhere = Inspection()  // with the settings, which know the function
        let accounts = allowedAccounts(of: nil, &toldElsewhere)
        let role = role(environment, &inspection)
        if let account = role.flatMap({ ARN($0.arn) })?.account, !accounts.isEmpty,
            !accounts.contains(String(account))
        {
            inspection.note(\Self.roleToAssume, "is in account \(account), which is not one of allowed-account-ids")
        }
        return IdentityPlan(role: role, tokens: TokenService(environment), allowedAccounts: accounts)
    }

    /// Empty: all.
    /// - Parameter function: one whose name carries another account is noted.
    func allowedAccounts(of function: FunctionName?, _ inspection: inout Inspection) -> [String] {
        let accounts = inspection.read(\.allowedAccountIds, of: self, TextList.accounts) ?? []
        if let account = function?.account, !accounts.isEmpty, !accounts.contains(account) {
            inspection.note(
                \TaskInputs.functionName, "is in account \(account), which is not one of allowed-account-ids")
        }
        return accounts
    }

    /// When the keys end that cannot be fetched anew, in seconds since 1970, as far as that is known.
    func expiry(_ environment: [String: String]) -> Double? {
        var inspection = Inspection()  // what is wrong is told elsewhere
        return identity(environment, &inspection).roleByToken == nil ? Credentials.expiry(environment) : nil
    }

    /// `nil`: none is asked for, or it is wrong, which is noted.
    private func role(_ environment: [String: String], _ inspection: inout Inspection) -> PlannedRole? {
        let isChained = inspection.read(\.roleChaining, of: self, Bool.init(input:)) ?? false
        let seconds = inspection.read(\.roleDurationSeconds, of: self, WholeNumber.secondsOfASession.read)
        let name = inspection.read(\.roleSessionName, of: self, TextRule.sessionName.read)
        let externalID = inspection.read(\.roleExternalId, of: self, TextRule.externalID.read)
        let audience = inspection.read(\.audience, of: self, TextRule.audience.read)
        if isChained, let seconds, seconds > 3600 {
            inspection.note(
                \Self.roleDurationSeconds,
                "must be at most 3600 with role-chaining, because AWS gives such a session no more")
        }
        guard isGiven(\.roleToAssume) else {
            for input in Self.ofTheRole where isGiven(input) {
                inspection.note(input, "belongs to role-to-assume, which is not given")
            }
            return nil
        }
        guard let arn = inspection.read(\.roleToAssume, of: self, TextRule.roleARN.read) else { return nil }
        if externalID != nil, !isChained, TokenService(environment) != nil {
            inspection.remark(
                .warning, \Self.roleExternalId,
                "is not sent: the role is assumed by the job's identity token, and AWS takes no external ID with one "
                    + "(role-chaining: true assumes it by the credentials that are there)")
        }
        return PlannedRole(
            arn: arn, sessionName: name ?? SessionName.standard(environment), seconds: seconds, externalID: externalID,
            audience: audience ?? PlannedRole.usualAudience, isChained: isChained)
    }

    private static var ofTheRole: [KeyPath<Self, String?>] {
        [\.roleSessionName, \.roleDurationSeconds, \.roleExternalId, \.roleChaining, \.audience]
    }
}

extension WholeNumber {
    /// Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
    fileprivate static let secondsOfASession = WholeNumber(range: 900...43_200, unit: "seconds")
}

// Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
extension TextRule {
    fileprivate static let sessionName = TextRule(wanted: "2 to 64 letters, digits and _ + = , . @ -") { text in
        SessionName.lengths.contains(text.unicodeScalars.count) && text.unicodeScalars.allSatisfy(SessionName.allows)
    }

    fileprivate static let externalID = TextRule(wanted: "2 to 1224 letters, digits and _ + = , . @ : / -") { text in
        (2...1224).contains(text.unicodeScalars.count)
            && text.unicodeScalars.allSatisfy { SessionName.allows($0) || $0 == ":" || $0 == "/" }
    }

    fileprivate static let audience = word("an audience, such as sts.amazonaws.com", upTo: 255)
}
