import AWSCore
import Identity

extension EndpointWishes {
    /// Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-endpoints.html
    init(_ surroundings: Surroundings, _ inspection: inout Inspection) {
        func wish(_ variable: String, _ setting: String) -> String? {
            guard let found = surroundings.setting(variable, orOfProfile: setting) else { return nil }
            switch found.value.lowercased() {
            case "true": return found.source
            case "false": return nil
            default:
                inspection.note(found.source, "must be true or false, not \(found.value.quoted)")
                return nil
            }
        }
        let fips = wish("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint")
        let dualStack = wish("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint")
        self.init(fips: fips, dualStack: dualStack)
    }
}
