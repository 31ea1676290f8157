// What a function needs besides its code.
//
// Sources: https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html (StateReasonCode and
// LastUpdateStatusReasonCode), https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#API_Invoke_Errors
extension Remedy {
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
    static let network = [
        row(
            "EniLimitExceeded", "ENILimitReachedException", cause: "the VPC has no network interface left",
            cure:
                "Raise the quota of elastic network interfaces per VPC in Service Quotas, or set vpc-config to another VPC."
        ),
        row(
            "SubnetOutOfIPAddresses", "SubnetIPAddressLimitReachedException", cause: "a subnet has no address left",
            cure: "Free addresses in the function's subnets, or set vpc-config to larger ones."),
        row(
            "InvalidSubnet", "InvalidSubnetIDException", cause: "a subnet is not valid",
            cure: "Check SubnetIds in vpc-config: each must exist in the function's Region, and all in one VPC."),
        row(
            "InvalidSecurityGroup", "InvalidSecurityGroupIDException", cause: "a security group is not valid",
            cure: "Check SecurityGroupIds in vpc-config: each must exist, in the same VPC as the subnets."),
        row(
            "EC2RequestLimitExceeded", "EC2ThrottledException", cause: "EC2 throttles Lambda",
            cure: "Run again later: the account's requests to EC2 are used up for the moment."),
        row(
            "EC2AccessDeniedException", cause: "the function's role may not use the VPC",
            cure:
                "Give the function's role the permissions a VPC requires, such as the policy AWSLambdaVPCAccessExecutionRole."
        ),
        row(
            "InsufficientRolePermissions", cause: "the function's role lacks a permission",
            cure:
                "Give the function's role the permissions that AWS names. For a VPC, they are those of the policy "
                + "AWSLambdaVPCAccessExecutionRole."
        ),
        row(
            "EC2UnexpectedException", cause: "EC2 failed", cure: "Check vpc-config for what AWS reports, and run again."
        ),
        row(
            "ENINotReadyException", cause: "the function's network is not ready",
            cure: "Run again in a few minutes: its network interface is still being set up."),
        row(
            "DisallowedByVpcEncryptionControl", cause: "the VPC's encryption control does not admit the function",
            cure: "Have the VPC's encryption control in EC2 admit Lambda, or set vpc-config to another VPC."),
    ]

    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
    static let keys = [
        row(
            "KMSKeyAccessDenied", "KMSAccessDeniedException", cause: "the KMS key may not be used",
            cure: "Allow the function's role kms:Decrypt on its key, in the key's own policy as well."),
        row(
            "KMSKeyNotFound", "KMSNotFoundException", cause: "the KMS key does not exist",
            cure: "Set kms-key-arn to a key that exists in the function's Region, and give all variables again."),
        row(
            "InvalidStateKMSKey", "KMSInvalidStateException", cause: "the KMS key cannot be used in its current state",
            cure: "Cancel the key's deletion or finish its import, or set kms-key-arn to another key."),
        row(
            "DisabledKMSKey", "KMSDisabledException", cause: "the KMS key is disabled",
            cure: "Enable the key, or set kms-key-arn to another one."),
    ]

    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html
    static let fileSystems = [
        row(
            "EFSIOError", "EFSIOException", cause: "the file system cannot be read or written",
            cure: "Check in EFS that the file system is available, and that the access point's user may read and write."
        ),
        row(
            "EFSMountConnectivityError", "EFSMountConnectivityException", cause: "the file system cannot be reached",
            cure:
                "Give the file system a mount target in the function's subnets, and let the security groups pass NFS "
                + "(port 2049)."),
        row(
            "EFSMountFailure", "EFSMountFailureException", cause: "the file system cannot be mounted",
            cure:
                "Check file-system-configs, and give the function's role elasticfilesystem:ClientMount and "
                + "elasticfilesystem:ClientWrite."),
        row(
            "EFSMountTimeout", "EFSMountTimeoutException", cause: "the file system did not answer in time",
            cure: "Check in EFS that the file system is available and not overloaded, and run again."),
        row(
            "S3FilesMountConnectivityException", cause: "the S3 Files access point cannot be reached",
            cure: "Check that the function's subnets and security groups let it reach the access point."),
        row(
            "S3FilesMountFailureException", cause: "the S3 Files access point cannot be mounted",
            cure: "Check file-system-configs, and that the function's role may mount the access point."),
        row(
            "S3FilesMountTimeoutException", cause: "the S3 Files access point did not answer in time",
            cure: "Check that the access point is available, and run again."),
    ]

    /// Of functions on managed instances, above all.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances.html
    static let capacity = [
        row(
            "ServiceQuotaExceededException", cause: "a quota is used up",
            cure: "Raise the quota that AWS names in Service Quotas, or delete what no longer needs it."),
        row(
            "VcpuLimitExceeded", cause: "the account has no vCPU left",
            cure:
                "Raise the quota of EC2's vCPUs in Service Quotas, or have old versions, which keep instances running, "
                + "deleted by keep-versions."),
        row(
            "CapacityProviderScalingLimitExceeded", cause: "the capacity provider has no vCPU left",
            cure:
                "Raise MaxVCpuCount of the capacity provider, or have old versions, which keep instances running, deleted "
                + "by keep-versions."),
        row(
            "FunctionVersionsPerCapacityProviderLimitExceededException",
            cause: "the capacity provider has no room for a version",
            cure: "Have old versions deleted by keep-versions, or use another capacity provider."),
        row(
            "InsufficientCapacity", cause: "AWS has no instance to spare",
            cure: "Run again later, or let the capacity provider use more instance types and Availability Zones."),
        row(
            "IncompatibleAcceleratorInstanceTypes", cause: "no instance type has the accelerator",
            cure:
                "Let the capacity provider use instance types that have what AcceleratorConfig in configuration asks for."
        ),
    ]
}
