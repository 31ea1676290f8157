import ArgumentParser

struct PackageInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.package }

    @Option(help: "The directory to package. The same content always produces the same zip, byte for byte.")
    var codeArtifactsDir: String?

    @Option(
        help: """
            What to leave out of code-artifacts-dir: one pattern per line, as in .gitignore, applied after those in its \
            .lambdaignore. .git, .hg, .svn, .DS_Store and Thumbs.db are left out unless a line such as !.git brings them back.
            """)
    var exclude: String?

    @Option(
        help: """
            How symbolic links in code-artifacts-dir are packaged: keep (default) stores them as links, which must lead to \
            something in the package or to Lambda's own /opt, /var/task, /var/runtime, /tmp or /mnt; follow replaces a link \
            that leads elsewhere with what it points to.
            """)
    var links: String?

    @Option(help: "A zip file to deploy as it is, or a pattern that matches exactly one file, such as target/*.jar.")
    var zipFile: String?

    @Option(
        help: "Where mode package saves the zip. Deploy it with zip-file as often as you like."
    )
    var packageFile: String?

    @Option(
        help: """
            What happens if the package cannot work, for example because the handler's file is missing: fail (default), \
            warn, or off. Findings that may be harmless are warnings, unless this is off.
            """)
    var packageChecks: String?

    @Option(
        help: """
            A bucket in the function's Region. With code-artifacts-dir or zip-file, the package is uploaded there first, \
            which packages over 50 MB require. Otherwise it holds the zip that s3-key names.
            """)
    var s3Bucket: String?

    @Option(
        help: """
            The zip's key in s3-bucket. Default for an upload: lockstep/FUNCTION/SHA256.zip. If the key ends in /, \
            SHA256.zip is appended.
            """)
    var s3Key: String?

    @Option(help: "The version of an existing object, in a bucket with versioning.")
    var s3ObjectVersion: String?

    @Option(help: "The 12-digit ID of the account that must own s3-bucket.")
    var bucketOwner: String?

    @Option(help: "A container image in Amazon ECR, preferably by digest (repository@sha256:...).")
    var imageUri: String?

    @Option(help: "Zip or Image. Default: the type of the package you give.")
    var packageType: String?

    @Option(help: "x86_64 or arm64.")
    var architectures: String?

    @Option(help: "ARN of the KMS key that encrypts the zip package at rest.")
    var sourceKmsKeyArn: String?
}
