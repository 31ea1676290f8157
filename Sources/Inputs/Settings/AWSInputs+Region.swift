import AWSCore
import Identity

extension AWSInputs {
    /// The input, `AWS_REGION`, `AWS_DEFAULT_REGION`, the Region in the function's ARN, or the profile's, which on a machine of
    /// somebody's own is for everything and nothing: the first that is given.
    func region(
        _ environment: [String: String], _ profile: NamedSetting?, of function: FunctionName?,
        _ inspection: inout Inspection
    ) -> String? {
        guard let (origin, region) = firstGiven(environment, profile, function) else {
            inspection.note(\Self.awsRegion, "is missing: give it, or set AWS_REGION or AWS_DEFAULT_REGION")
            return nil
        }
        if let meant = KnownRegion.meant(by: region) {
            inspection.note(
                \Self.awsRegion, "is \(region.quoted) (from \(origin)), which is no AWS Region. Did you mean \(meant)?")
            return nil
        }
        let rule = TextRule.region
        guard rule.allows(region) else {
            inspection.note(\Self.awsRegion, "must be \(rule.wanted), not \(region.quoted) (from \(origin))")
            return nil
        }
        if let named = function?.region, named != region {
            inspection.note(
                \TaskInputs.functionName,
                "is in \(named), but the Region is \(region) (from \(origin)): make them the same")
        }
        return region
    }

    private func firstGiven(
        _ environment: [String: String], _ profile: NamedSetting?, _ function: FunctionName?
    ) -> (origin: String, region: String)? {
        let candidates: [(origin: String, text: String?)] = [
            ("aws-region", awsRegion),
            ("AWS_REGION", environment["AWS_REGION"]),
            ("AWS_DEFAULT_REGION", environment["AWS_DEFAULT_REGION"]),
            ("function-name", function?.region),
            (profile?.source ?? "", profile?.value),
        ]
        return candidates.lazy.compactMap { origin, text in text.given.map { (origin, $0) } }.first
    }
}
