import AWSCore
import AWSServices

extension Refusal {
    /// What it comes down to. It is no place for AWS's own words: the runner masks nothing in a title.
    var title: String {
        if lacksPermission, let deniedAction { return "\(deniedAction) is not allowed" }
        guard let remedy = Remedy.of(self) else { return "AWS refused \(operation)" }
        return remedy.cause ?? titleOfOperation
    }

    private var titleOfOperation: String {
        switch code {
        case "InvalidParameterValueException", "ValidationException": "AWS rejected \(rejected)"
        case "ResourceConflictException", "PreconditionFailedException": "\(operation) met another change"
        default: "AWS throttles \(operation)"
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
