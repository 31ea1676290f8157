extension ControlPlane.Version {
    /// Subnets need security groups and the other way round, and dual stack needs both, given now or standing.
    /// Source: https://github.com/appleboy/lambda-action/issues/72,
    /// https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2061
    func checkNetwork(_ input: JSON) throws(Refusal) {
        guard let given = input["VpcConfig"] else { return }
        let hasSubnets = !(given["SubnetIds"]?.array ?? []).isEmpty
        guard hasSubnets == !(given["SecurityGroupIds"]?.array ?? []).isEmpty else {
            throw .invalidParameter("SubnetIds and SecurityIds must coexist or be both empty list.")
        }
        guard hasSubnets || network(given)["Ipv6AllowedForDualStack"] != true else {
            throw .invalidParameter(
                "Ipv6AllowedForDualStack cannot be true without subnet or security groups. Please remove "
                    + "Ipv6AllowedForDualStack value from your request and try again.")
        }
    }

    /// As it is shown. The flag for dual stack stays unless it is given.
    func network(_ given: JSON) -> JSON {
        let subnets = given["SubnetIds"] ?? []
        let standing = members["VpcConfig"]?["Ipv6AllowedForDualStack"] ?? false
        return [
            "SubnetIds": subnets,
            "SecurityGroupIds": given["SecurityGroupIds"] ?? [],
            "VpcId": subnets == [] ? "" : "vpc-00000000000000001",
            "Ipv6AllowedForDualStack": given["Ipv6AllowedForDualStack"] ?? standing,
        ]
    }
}
