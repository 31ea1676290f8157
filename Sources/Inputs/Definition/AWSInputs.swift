import ArgumentParser

struct AWSInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.aws }

    @Option(help: "The AWS Region. Default: AWS_REGION, AWS_DEFAULT_REGION, or that of function-name or the profile.")
    var awsRegion: String?

    @Option(
        help: """
            ARN of an IAM role to deploy as. With permissions: id-token: write, it is assumed by the job's identity token \
            (OIDC); without, by the AWS credentials that are there.
            """)
    var roleToAssume: String?

    @Option(help: "The session's name, as it shows in CloudTrail. Default: lockstep-REPOSITORY-RUN.")
    var roleSessionName: String?

    @Option(
        help: """
            How long the role's keys last, in seconds from 900. Default: 3600. They are fetched anew before they end.
            """)
    var roleDurationSeconds: String?

    @Option(help: "The external ID that the role's trust policy asks for; not used with OIDC.")
    var roleExternalId: String?

    @Option(
        help: """
            true assumes the role by the AWS credentials that are there, even if the job has an identity token. AWS \
            limits such a session to an hour. Default: false.
            """)
    var roleChaining: String?

    @Option(help: "The audience of the identity token. Default: sts.amazonaws.com.")
    var audience: String?

    @Option(
        help: """
            IDs of the AWS accounts in which this may deploy, separated by commas or spaces, or one per line. Whose the \
            credentials are is asked first, and nothing is written in another account.
            """)
    var allowedAccountIds: String?

    @Option(
        help: """
            Another endpoint, http:// or https://, for every AWS service, STS included. AWS_ENDPOINT_URL_LAMBDA names one for \
            Lambda alone. Default: the Region's own.
            """)
    var endpointUrl: String?
}
