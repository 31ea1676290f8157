import AWSCore
import AWSServices
import Inputs

// Which permission is missing.
extension Refusal {
    var lacksPermission: Bool { code.hasPrefix("AccessDenied") }

    var deniedAdvice: Wording {
        let denial = Denial(message: message)
        let statement = deniedAction.flatMap(denial.statement)
        let added: Wording =
            statement.map { ", by adding \(supplied: $0.text) to a policy of the deploying role" } ?? ""
        return "\(denial.advice(permission))\(added). Mode permissions prints all that these inputs need."
    }

    /// The IAM action that AWS says is missing.
    private var namedAction: String? {
        let words = message.split(separator: " ")
        guard let index = words.firstIndex(of: "perform:"), index + 1 < words.endIndex else { return nil }
        return String(words[index + 1])
    }

    /// The action that is missing, where it is just one, and what AWS says of it has an action's form.
    var deniedAction: String? {
        if let namedAction {
            let parts = namedAction.split(separator: ":", omittingEmptySubsequences: false)
            let isAction = parts.count == 2 && services.contains(parts[0]) && parts[1].utf8.allSatisfy(isLetter)
            return isAction ? namedAction : nil
        }
        guard !packagePermissions.contains(where: { message.contains($0.sign) }) else { return nil }
        return permission.text(redacting: \.self)
    }

    /// The IAM action that AWS says is missing; where it does not say, the one behind the operation.
    private var permission: Wording {
        if let namedAction { return .supplied(namedAction) }
        if let missing = packagePermissions.first(where: { message.contains($0.sign) }) {
            return .ours(missing.actions)
        }
        return switch operation {
        case "Invoke": "lambda:InvokeFunction"
        case "GetLayerVersionByArn": "lambda:GetLayerVersion"
        case "HeadObject", "GetObject": "s3:GetObject"
        case "PutObject", "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload": "s3:PutObject"
        case "AbortMultipartUpload": "s3:AbortMultipartUpload"
        case "ListParts": "s3:ListMultipartUploadParts"
        case "HeadBucket": "s3:ListBucket"
        case "BatchGetImage": "ecr:BatchGetImage"
        case "DescribeAlarms": "cloudwatch:DescribeAlarms"
        case "CreateDeployment", "GetDeployment", "ListDeployments", "StopDeployment": "codedeploy:\(ours: operation)"
        default: "lambda:\(ours: operation)"
        }
    }
}

/// What a deployment may need an action of; what else has an action's form may be anything.
private let services: Set<Substring> = [
    "cloudwatch", "codedeploy", "ec2", "ecr", "elasticfilesystem", "iam", "kms", "lambda", "logs", "s3",
]

/// Lambda fetches the package in the caller's name and, where it may not, says so in words of its own; what it was asked
/// to do is then allowed.
/// Sources: https://github.com/awslabs/lambda-streams-to-firehose/issues/21,
/// https://github.com/aws-samples/bedrock-access-gateway/issues/127
private let packagePermissions = [
    (sign: "denied by S3", actions: "s3:GetObject (for s3-object-version s3:GetObjectVersion) on the package"),
    (
        sign: "permission to access the ECR image",
        actions: "ecr:BatchGetImage, ecr:GetDownloadUrlForLayer and ecr:GetRepositoryPolicy on the image's repository, "
            + "and let the repository's own policy admit lambda.amazonaws.com"
    ),
]
