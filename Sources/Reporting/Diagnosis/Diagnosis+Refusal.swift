import AWSCore
import AWSServices
import Deployment
import Engine

extension Diagnosis {
    static func storageFull(_ refusal: Refusal, _ unused: [VersionNumber]) -> Diagnosis {
        let plain = Diagnosis(of: refusal)
        guard !unused.isEmpty else { return plain }
        return Diagnosis(
            title: plain.title, happened: plain.happened,
            advice:
                "No alias or provisioned concurrency uses \(listed(unused)) of this function. To have old versions "
                + "deleted, set keep-versions to the number of newest versions to keep.")
    }

    /// AWS refused for good: its own words, and what usually mends it.
    init(of refusal: Refusal) {
        let said: Wording = refusal.message.isEmpty ? "" : ": \(supplied: refusal.message)"
        let request: Wording = refusal.requestID.map { " (request \(ours: $0))" } ?? ""
        self.init(
            title: refusal.title,
            happened: "\(ours: refusal.operation) was refused with \(ours: refusal.name)\(said)\(request)",
            advice: refusal.advice)
    }
}

extension Refusal {
    fileprivate var name: String { code.isEmpty ? "HTTP \(status)" : code }

    fileprivate var advice: Wording {
        switch code {
        case "AccessDeniedException", "AccessDenied":
            return deniedAdvice
        case "UnrecognizedClientException", "InvalidClientTokenId", "InvalidSignatureException",
            "SignatureDoesNotMatch", "InvalidAccessKeyId", "InvalidToken", "MissingAuthenticationTokenException":
            return
                "AWS rejects the credentials: check that they are complete, belong to this account, and have not expired."
        case "ExpiredTokenException", "ExpiredToken":
            return
                "Get new credentials right before this step, in the same job. If the run takes longer than they last, raise "
                + "role-duration-seconds of aws-actions/configure-aws-credentials."
        case "TooManyRequestsException", "ThrottlingException":
            return "Other callers are using up the account's request quota; run again later."
        case "ResourceConflictException" where saysItFailed:
            return
                "AWS does not allow this in the function's current state. Fix what its StateReasonCode names, such as an image that "
                + "was deleted, and run again; or deploy to a function with another name."
        case "ResourceConflictException", "PreconditionFailedException":
            return "Someone else kept changing the function; run again when they are done."
        case _ where saysVariablesAreTooLarge:
            return "Remove or shorten environment variables: all of them, those that stand included, may take "
                + "\(VariablesSize.most) bytes together."
        case "RequestEntityTooLargeException":
            return "Set s3-bucket: the package is then uploaded to S3 first, and Lambda reads it from there."
        // Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html
        case "CodeVerificationFailedException", "InvalidCodeSignatureException":
            return
                "The function's code signing configuration admits only packages that one of its profiles has signed: sign it "
                + "with AWS Signer, and deploy the signed object by s3-bucket and s3-key."
        case "CodeStorageExceededException":
            return "Delete unused versions and functions: their code fills the Region's storage."
        case "ApplicationDoesNotExistException", "DeploymentGroupDoesNotExistException":
            return "Check codedeploy-application, codedeploy-deployment-group and aws-region."
        default:
            if let member = memberInTheWayOfCode { return .ours(member.adviceWhereItIsInTheWay) }
            let advice = mistakes.first { message.contains($0.sign) }?.advice ?? "Fix what AWS reports"
            return "\(ours: advice), and run again."
        }
    }

    private var deniedAdvice: Wording {
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

extension ConfigurationMember {
    /// The code is refused for what stands of it.
    fileprivate var adviceWhereItIsInTheWay: String {
        switch self {
        case .layers:
            "The function's current layers leave no room for this package: set layers to those it needs ([] "
                + "for none), or make the package smaller."
        default:
            "The function's current runtime is in the way: set runtime to one that Lambda supports on this architecture."
        }
    }
}

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

/// What AWS says of a role, a key or an object in S3, which names the fault, and what mends it, which AWS does not name.
/// Sources: https://github.com/hashicorp/terraform-provider-aws/issues/43568,
/// https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html,
/// https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions,
/// https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html,
/// https://github.com/serverless/serverless/issues/13587, https://github.com/docker/buildx/issues/1533,
/// https://github.com/serverless-heaven/serverless-aws-alias/issues/64
private let mistakes = [
    (
        sign: "layer media type for the source image",
        advice:
            "Build the image with provenance: false, sbom: false and for one platform, since Lambda accepts no image index"
    ),
    (
        sign: "cannot synchronously invoke a durable function",
        advice:
            "Leave out the smoke test: AWS accepts no synchronous call of a durable function that may run for that long"
    ),
    (
        sign: "S3 Error Code: PermanentRedirect",
        advice:
            "The bucket is in another Region, and Lambda only accepts code from its own: set s3-bucket to one in the "
            + "function's Region"
    ),
    (
        sign: "S3 Error Code: NoSuchKey",
        advice: "Check s3-bucket and s3-key: there is no such object, or it has expired"
    ),
    (
        sign: "associated with the same execution role",
        advice:
            "Leave out traffic in this run, so that all of it moves at once: versions with different execution roles "
            + "cannot share an alias"
    ),
    (sign: "S3 Error Code: NoSuchVersion", advice: "Check s3-object-version: the object has no such version"),
    (sign: "S3 Error Code: NoSuchBucket", advice: "Check s3-bucket: the bucket does not exist"),
    (
        sign: "S3 Error Code: AccessDenied",
        advice:
            "Allow s3:GetObject on the package, s3:GetObjectVersion where the bucket keeps versions, and kms:Decrypt on "
            + "the bucket's key if it has one"
    ),
    (
        sign: "cannot be assumed by Lambda",
        advice: "Check role: its trust policy must allow sts:AssumeRole to lambda.amazonaws.com"
    ),
    (
        sign: "CreateNetworkInterface",
        advice:
            "Give the execution role the permissions a VPC requires, such as the policy AWSLambdaVPCAccessExecutionRole"
    ),
    (
        sign: "KMS key is invalid for CreateGrant",
        advice:
            "Check kms-key-arn: the key must be enabled, and allow the deploying role kms:CreateGrant and kms:Encrypt"
    ),
    (
        sign: "KMS access was denied",
        advice: "Allow kms:Decrypt on the key of the variables to the function's execution role"
    ),
]
