import Inputs

extension PermissionsListing {
    /// What each policy is for, and the policy as it is stored.
    var policies: [(title: String, policy: String)] {
        var policies = [("Policy of the role that deploys", policy.text)]
        if let plan = policy.ofPlan { policies.append(("Policy of a role that only plans", plan.text)) }
        let role = isForPlansOnly ? "the role that only plans" : "either role"
        return policies + [("Trust policy of \(role), so that GitHub can assume it", trust.text)]
    }
}
