import AWSCore

extension JSONValue {
    /// A VpcConfig as it is to be sent over the one that stands, normalised: whole.
    ///
    /// Lists that are not given stay as they are. The flag for dual stack that is not sent stays as well, and without
    /// subnets AWS refuses it: "cannot be true without subnet or security groups".
    /// Source: https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2061
    func wholeNetwork(over standing: JSONValue?) -> JSONValue {
        guard var members = object else { return self }
        for name in ["SubnetIds", "SecurityGroupIds"] where members[name] == nil {
            members[name] = standing?[name] ?? .array([])
        }
        if members["SubnetIds"]?.array?.isEmpty == true, members["Ipv6AllowedForDualStack"] == nil {
            members["Ipv6AllowedForDualStack"] = .bool(false)
        }
        return .object(members)
    }
}
