import AWSCore

/// What to do about an update that failed, by AWS's reason code.
///
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html (LastUpdateStatusReasonCode)
enum UpdateAdvice {
    static func text(for code: String?) -> Wording {
        cause(code) + " Then run again: a successful update is the fix."
    }

    private static func cause(_ code: String?) -> Wording {
        switch code {
        case "InvalidImage", "ImageDeleted":
            "Check that the image exists, is complete, is no index (build with provenance: false) and matches the function's architecture."
        case "ImageAccessDenied": "Let Lambda pull the image: the ECR repository's policy must allow it."
        case "InvalidZipFileException": "Rebuild the package: Lambda cannot unpack it."
        case "InvalidRuntime": "Set runtime to one that Lambda still supports."
        case "SubnetOutOfIPAddresses", "InvalidSubnet", "InvalidSecurityGroup", "EniLimitExceeded":
            "Check vpc-config: the subnets need free addresses, and the security groups must be theirs."
        case "InsufficientRolePermissions": "Give the function's role the permissions that AWS names."
        case "KMSKeyAccessDenied", "KMSKeyNotFound", "InvalidStateKMSKey", "DisabledKMSKey":
            "Check the KMS key: it must exist, be enabled, and be usable by the function's role."
        case "EFSIOError", "EFSMountConnectivityError", "EFSMountFailure", "EFSMountTimeout":
            "Check file-system-configs and that the subnets reach the file system."
        case "InternalError": "The cause is on AWS's side."
        case let code? where code.hasPrefix("FunctionError"):
            "The function fails while it starts: look at its log, its handler and its entry point."
        default: "Fix what AWS reports."
        }
    }
}
