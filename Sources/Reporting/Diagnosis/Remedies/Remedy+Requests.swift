import AWSCore
import Deployment

// What is refused before anything is done.
extension Remedy {
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/CommonErrors.html, and the errors of each operation there.
    static let requests =
        credentials + [
            row(
                "ResourceConflictException", sign: "following state: 'Failed'", cause: nil,
                cure:
                    "AWS does not allow this in the function's current state. Fix what its StateReasonCode names, such as an "
                    + "image that was deleted, and run again; or deploy to a function with another name."),
            row(
                "ResourceConflictException", "PreconditionFailedException", cause: nil,
                cure: "Someone else kept changing the function; run again when they are done."),
            row(
                "ResourceNotFoundException", cause: "AWS does not find what it was asked for",
                cure: "Check that what AWS names exists in this Region and account, and run again."),
            row(
                // A request for a configuration has as good as nothing large in it but the variables.
                // Source: https://github.com/motdotla/node-lambda/issues/212
                "RequestEntityTooLargeException", operation: "UpdateFunctionConfiguration",
                cause: "the variables are too large",
                cure: "Remove or shorten environment variables: all of them, those that stand included, may take "
                    + "\(VariablesSize.most) bytes together."),
            row(
                "RequestEntityTooLargeException", cause: "the package is too large for a request",
                cure: "Set s3-bucket: the package is then uploaded to S3 first, and Lambda reads it from there."),
            // Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html
            row(
                "CodeVerificationFailedException", "InvalidCodeSignatureException",
                cause: "the package's signature is not accepted",
                cure:
                    "The function's code signing configuration admits only packages that one of its profiles has signed: sign "
                    + "it with AWS Signer, and deploy the signed object by s3-bucket and s3-key."),
            row(
                "CodeSigningConfigNotFoundException", cause: "the code signing configuration does not exist",
                cure:
                    "Check code-signing-config-arn. A function that stands gets another one by aws lambda "
                    + "put-function-code-signing-config."),
            row(
                "CodeStorageExceededException", cause: "the Region's code storage is full",
                cure: "Delete unused versions and functions: their code fills the Region's storage."),
            row(
                "AliasLimitExceededException", cause: "the function has too many aliases",
                cure: "Delete aliases that nobody uses, or set alias to one that exists."),
        ] + mistakes + [
            row(
                "InvalidParameterValueException", "ValidationException", cause: nil,
                cure: "Fix what AWS reports, and run again.")
        ]

    private static let credentials = [
        // Which one, is read from AWS's message (Refusal+Permission.swift).
        row(
            "AccessDeniedException", "AccessDenied", cause: "a permission is missing",
            cure: "The credentials lack a permission: mode permissions prints all that these inputs need."),
        row(
            "UnrecognizedClientException", "InvalidClientTokenId", "InvalidSignatureException", "SignatureDoesNotMatch",
            "InvalidAccessKeyId", "InvalidToken", "MissingAuthenticationTokenException",
            cause: "AWS does not accept the credentials",
            cure:
                "AWS rejects the credentials: check that they are complete, belong to this account, and have not expired."
        ),
        row(
            "ExpiredTokenException", "ExpiredToken", cause: "the AWS credentials have expired",
            cure:
                "Get new credentials right before this step, in the same job, or set role-to-assume: the keys of that role are "
                + "fetched anew before they end. Otherwise raise role-duration-seconds where the run takes longer."),
    ]

    /// What AWS says of a role, a key or an object in S3, which names the fault, and what mends it, which AWS does not name.
    /// Sources: https://github.com/hashicorp/terraform-provider-aws/issues/43568,
    /// https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html,
    /// https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions,
    /// https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html,
    /// https://github.com/docker/buildx/issues/1533, https://github.com/serverless-heaven/serverless-aws-alias/issues/64
    private static let mistakes = [
        mistake(
            "layer media type for the source image",
            "Build the image with provenance: false, sbom: false and for one platform, since Lambda accepts no image index"
        ),
        mistake(
            "S3 Error Code: PermanentRedirect",
            "The bucket is in another Region, and Lambda only accepts code from its own: set s3-bucket to one in the "
                + "function's Region"),
        mistake(
            "S3 Error Code: NoSuchKey", "Check s3-bucket and s3-key: there is no such object, or it has expired"),
        mistake("S3 Error Code: NoSuchVersion", "Check s3-object-version: the object has no such version"),
        mistake("S3 Error Code: NoSuchBucket", "Check s3-bucket: the bucket does not exist"),
        mistake(
            "S3 Error Code: AccessDenied",
            "Allow s3:GetObject on the package, s3:GetObjectVersion where the bucket keeps versions, and kms:Decrypt on the "
                + "bucket's key if it has one"),
        mistake(
            "associated with the same execution role",
            "Leave out traffic in this run, so that all of it moves at once: versions with different execution roles cannot "
                + "share an alias"),
        mistake(
            "cannot be assumed by Lambda",
            "Check role: its trust policy must allow sts:AssumeRole to lambda.amazonaws.com"),
        mistake(
            "CreateNetworkInterface",
            "Give the execution role the permissions a VPC requires, such as the policy AWSLambdaVPCAccessExecutionRole"
        ),
        mistake(
            "KMS key is invalid for CreateGrant",
            "Check kms-key-arn: the key must be enabled, and allow the deploying role kms:CreateGrant and kms:Encrypt"),
        mistake(
            "KMS access was denied",
            "Allow kms:Decrypt on the key of the variables to the function's execution role"),
    ]

    private static func mistake(_ sign: String, _ advice: String) -> Remedy {
        row(
            "InvalidParameterValueException", "ValidationException", sign: sign, cause: nil,
            cure: "\(advice). Then run again.")
    }
}
