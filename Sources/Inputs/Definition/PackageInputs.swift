import ArgumentParser

struct PackageInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.package }

    @Option(help: "A directory that is zipped and uploaded: the same content always gives the same bytes.")
    var codeArtifactsDir: String?

    @Option(
        help: """
            What of code-artifacts-dir is left out, a pattern a line as in .gitignore, after those in its .lambdaignore; \
            .git, .hg, .svn, .DS_Store and Thumbs.db are, unless a line such as !.git brings them back.
            """)
    var exclude: String?

    @Option(
        help: """
            How links in code-artifacts-dir are packaged: keep (the default), as links, which must lead to something in \
            the package or to Lambda's own /opt, /var/task, /var/runtime, /tmp or /mnt; or follow: in the place of a link \
            that would not, what it leads to here.
            """)
    var links: String?

    @Option(help: "A zip file that is uploaded as it is, or a pattern that fits one file, such as target/*.jar.")
    var zipFile: String?

    @Option(
        help: "With mode package, the file that the zip becomes. Deploy it as zip-file, as often as you like."
    )
    var packageFile: String?

    @Option(
        help: """
            What a package that cannot work comes to, such as one without its handler's file: fail (default), \
            warn, or off. What only may be wrong is a warning in any case but off.
            """)
    var packageChecks: String?

    @Option(
        help: """
            A bucket in the function's Region. A package that is given by code-artifacts-dir or zip-file is uploaded there \
            first, as it has to be above 50 MB. Without one, it holds the zip that s3-key names.
            """)
    var s3Bucket: String?

    @Option(
        help: """
            The zip's key in s3-bucket. An upload's is lockstep/FUNCTION/SHA256.zip by default; to one that ends in /, \
            SHA256.zip is added.
            """)
    var s3Key: String?

    @Option(help: "The version of an object that is there already, in a bucket with versioning.")
    var s3ObjectVersion: String?

    @Option(help: "The account, 12 digits, that has to own s3-bucket.")
    var bucketOwner: String?

    @Option(help: "A container image in Amazon ECR, best named by digest (repository@sha256:...).")
    var imageUri: String?

    @Option(help: "Zip or Image. By default the type of the package that is given.")
    var packageType: String?

    @Option(help: "x86_64 or arm64.")
    var architectures: String?

    @Option(help: "ARN of the KMS key that encrypts the zip package at rest.")
    var sourceKmsKeyArn: String?
}
