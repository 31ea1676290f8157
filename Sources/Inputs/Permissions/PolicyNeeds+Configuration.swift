import AWSCore
import Engine

extension PolicyNeeds {
    /// What AWS asks of who sets some members, beside the right to set them.
    /// Sources: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html,
    /// https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html,
    /// https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html,
    /// https://docs.aws.amazon.com/lambda/latest/dg/encrypt-zip-package.html,
    /// https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-capacity-providers.html
    var ofConfiguration: [PolicyStatement] {
        let network = ["ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs"]
        let isInNetwork = settings.configuration[.vpcConfig]?["SubnetIds"]?.array?.isEmpty == false
        return [
            PolicyStatement("Layers", ["lambda:GetLayerVersion"], on: layers),
            // AWS knows no resources of these.
            PolicyStatement("Network", isInNetwork ? network : [], on: ["*"]),
            PolicyStatement("FileSystem", ["elasticfilesystem:DescribeMountTargets"], on: fileSystems),
            PolicyStatement("CapacityProvider", ["lambda:PassCapacityProvider"], on: capacityProviders),
            use(of: text(.kmsKeyArn), "KeyOfVariables", ["kms:CreateGrant", "kms:Decrypt", "kms:Encrypt"]),
            use(of: settings.sourceKMSKeyArn, "KeyOfCode", ["kms:Decrypt", "kms:GenerateDataKey"]),
        ]
    }

    private var layers: [String] { texts(of: settings.configuration[.layers]) }

    private var fileSystems: [String] {
        let systems = settings.configuration["FileSystemConfigs"]?.array ?? []
        let points = texts(of: .array(systems.compactMap { $0["Arn"] }))
        return points.isEmpty ? [] : points + [scope.arn("elasticfilesystem", "file-system/*")]
    }

    private var capacityProviders: [String] {
        let managed = settings.configuration[.capacityProviderConfig]?["LambdaManagedInstancesCapacityProviderConfig"]
        return managed?["CapacityProviderArn"]?.string.map { [PolicyScope.literal($0)] } ?? []
    }

    /// A policy cannot name a key by its alias, but it can ask for the alias.
    /// Source: https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
    private func use(of key: String?, _ id: String, _ actions: [String]) -> PolicyStatement {
        guard let key, let arn = ARN(key) else { return PolicyStatement(id, [], on: []) }
        guard arn.resource.hasPrefix("alias/") else {
            return PolicyStatement(id, actions, on: [PolicyScope.literal(key)])
        }
        let keys = "arn:\(arn.partition):kms:\(arn.region):\(arn.account):key/*"
        return PolicyStatement(
            id, actions, on: [keys],
            if: Self.condition(
                "ForAnyValue:StringEquals", "kms:ResourceAliases", PolicyScope.literal(String(arn.resource))))
    }

    private func texts(of list: JSONValue?) -> [String] {
        (list?.array ?? []).compactMap(\.string).map(PolicyScope.literal)
    }
}
