import Inputs

extension PermissionsListing {
    /// What each policy is for, and the policy as it is stored.
    var policies: [(title: String, policy: String)] {
        var policies = [("Policy of the role that deploys", policy.text)]
        if let plan = policy.ofPlan { policies.append(("Policy of a role that only plans", plan.text)) }
        return policies + [("Trust policy of either, so that GitHub can assume it", trust.text)]
    }
}
