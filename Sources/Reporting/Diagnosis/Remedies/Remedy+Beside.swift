// The services beside Lambda.
//
// Sources: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html,
// https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeployment.html#API_CreateDeployment_Errors
extension Remedy {
    static let beside = [
        row(
            "NoSuchKey", cause: "the object does not exist",
            cure: "Check s3-bucket and s3-key: there is no such object, or it has expired."),
        row("NoSuchBucket", cause: "the bucket does not exist", cure: "Check s3-bucket and aws-region."),
        row(
            "InvalidObjectState", cause: "the object is archived",
            cure: "Restore it from its archive in S3, or set s3-key to another object."),
        row(
            "NoSuchUpload", cause: "the upload was ended by someone else",
            cure: "Run again. A lifecycle rule of the bucket must leave uploads enough time to finish."),
        row(
            "KMS.DisabledException", "KMS.KMSInvalidStateException", "KMS.NotFoundException",
            cause: "the bucket's KMS key cannot be used",
            cure: "Enable the key that the bucket encrypts with, or set s3-bucket to another bucket."),
        row(
            "ApplicationDoesNotExistException", "DeploymentGroupDoesNotExistException",
            "InvalidApplicationNameException", "InvalidDeploymentGroupNameException",
            cause: "there is no such deployment group",
            cure: "Check codedeploy-application, codedeploy-deployment-group and aws-region."),
        row(
            "DeploymentConfigDoesNotExistException", "InvalidDeploymentConfigNameException",
            cause: "the deployment group's way of shifting traffic does not exist",
            cure:
                "Give the deployment group a deployment configuration that exists, such as CodeDeployDefault.LambdaAllAtOnce."
        ),
        row(
            "InvalidComputePlatformException", cause: "the CodeDeploy application is not one for Lambda",
            cure: "Set codedeploy-application to one whose compute platform is Lambda."),
        row(
            "InvalidRoleException", cause: "CodeDeploy may not use its role",
            cure: "Give the deployment group a service role that has the policy AWSCodeDeployRoleForLambda."),
        row(
            "InvalidAlarmConfigException", "AlarmsLimitExceededException",
            cause: "the deployment group's alarms are not accepted",
            cure: "Check the alarms of the deployment group in CodeDeploy."),
        row(
            "DeploymentLimitExceededException", cause: "another deployment of the group is under way",
            cure: "Run again when it is over, or stop it in CodeDeploy."),
    ]
}
