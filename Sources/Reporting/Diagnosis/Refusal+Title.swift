import AWSCore
import AWSServices

extension Refusal {
    /// What it comes down to. It is no place for AWS's own words: the runner masks nothing in a title.
    var title: String {
        switch code {
        case "AccessDeniedException", "AccessDenied":
            return deniedAction.map { "\($0) is not allowed" } ?? "a permission is missing"
        case "ExpiredTokenException", "ExpiredToken": return "the AWS credentials have expired"
        case "UnrecognizedClientException", "InvalidClientTokenId", "InvalidSignatureException",
            "SignatureDoesNotMatch", "InvalidAccessKeyId", "InvalidToken", "MissingAuthenticationTokenException":
            return "AWS does not accept the credentials"
        case "TooManyRequestsException", "ThrottlingException": return "AWS throttles \(operation)"
        case "ResourceConflictException", "PreconditionFailedException": return "\(operation) met another change"
        case _ where saysVariablesAreTooLarge: return "the variables are too large"
        case "RequestEntityTooLargeException": return "the package is too large for a request"
        case "CodeStorageExceededException": return "the Region's code storage is full"
        case "ApplicationDoesNotExistException", "DeploymentGroupDoesNotExistException":
            return "there is no such deployment group"
        case "InvalidParameterValueException", "ValidationException": return "AWS rejected \(rejected)"
        default: return "AWS refused \(operation)"
        }
    }

    /// `the runtime`, where AWS says what it is about; else what was sent.
    private var rejected: String {
        if message.contains("The runtime parameter") { return "the runtime" }
        let words = message.split(separator: " ")
        if let at = words.firstIndex(of: "at"), words.dropFirst(at + 2).starts(with: ["failed", "to", "satisfy"]) {
            let member = words[at + 1].filter { $0 != "'" }
            if members.contains(member) { return "the \(member)" }
        }
        switch operation {
        case "CreateFunction": return "the function"
        case "UpdateFunctionCode": return "the code"
        case "UpdateFunctionConfiguration": return "the configuration"
        case "CreateAlias", "UpdateAlias": return "the alias"
        case "TagResource", "UntagResource": return "the tags"
        default: return operation
        }
    }
}

/// Whatever else AWS quotes may be what somebody gave.
private let members: Set = [
    "architectures", "description", "environment", "ephemeralStorage", "fileSystemConfigs", "functionName", "handler",
    "imageConfig", "layers", "loggingConfig", "memorySize", "role", "routingConfig", "runtime", "snapStart", "tags",
    "timeout", "tracingConfig", "vpcConfig",
]

func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32)
}
