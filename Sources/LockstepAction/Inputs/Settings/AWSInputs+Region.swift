extension AWSInputs {
    /// The input, `AWS_REGION`, `AWS_DEFAULT_REGION`, or the Region in the function's ARN: the first that is given.
    func region(
        _ environment: [String: String], of function: FunctionName?, _ inspection: inout Inspection
    ) -> String? {
        let candidates: [(origin: String, text: String?)] = [
            ("aws-region", awsRegion),
            ("AWS_REGION", environment["AWS_REGION"]),
            ("AWS_DEFAULT_REGION", environment["AWS_DEFAULT_REGION"]),
            ("function-name", function?.region),
        ]
        guard let (origin, text) = candidates.first(where: { $0.text.given != nil }) else {
            inspection.note("aws-region", "is missing: neither it nor AWS_REGION nor AWS_DEFAULT_REGION is set")
            return nil
        }
        guard
            let region = inspection.read(
                "aws-region", text,
                { text throws(Complaint) in
                    guard TextRule.region.allows(text) else {
                        throw Complaint("must be \(TextRule.region.wanted), not \(text.quoted) (from \(origin))")
                    }
                    return text
                })
        else { return nil }
        if let named = function?.region, named != region {
            inspection.note(
                "function-name", "is in \(named), but the Region is \(region) (from \(origin)): make them the same")
        }
        return region
    }
}
