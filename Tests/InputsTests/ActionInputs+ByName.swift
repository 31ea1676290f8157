@testable import Inputs

extension ActionInputs {
    /// The inputs as the environment gives them, without the parser, which takes longer than all that follows it.
    /// - Parameter blank: as the parser makes it.
    init(_ environment: [String: String], filling blank: ActionInputs) {
        self = blank
        for (name, path) in Self.byName { self[keyPath: path] = environment["INPUT_\(name.uppercased())"] }
    }

    static var byName: [String: WritableKeyPath<ActionInputs, String?>] {
        [
            "function-name": \.task.functionName,
            "mode": \.task.mode,
            "dry-run": \.task.dryRun,
            "create": \.task.create,
            "revision-id": \.task.revisionId,
            "code-artifacts-dir": \.package.codeArtifactsDir,
            "zip-file": \.package.zipFile,
            "s3-bucket": \.package.s3Bucket,
            "s3-key": \.package.s3Key,
            "s3-object-version": \.package.s3ObjectVersion,
            "image-uri": \.package.imageUri,
            "package-type": \.package.packageType,
            "architectures": \.package.architectures,
            "source-kms-key-arn": \.package.sourceKmsKeyArn,
            "role": \.configuration.role,
            "handler": \.configuration.handler,
            "runtime": \.configuration.runtime,
            "function-description": \.configuration.functionDescription,
            "memory-size": \.configuration.memorySize,
            "timeout": \.configuration.timeout,
            "ephemeral-storage": \.configuration.ephemeralStorage,
            "environment": \.configuration.environment,
            "environment-strategy": \.configuration.environmentStrategy,
            "layers": \.configuration.layers,
            "vpc-config": \.configuration.vpcConfig,
            "file-system-configs": \.configuration.fileSystemConfigs,
            "dead-letter-config": \.configuration.deadLetterConfig,
            "tracing-config": \.configuration.tracingConfig,
            "kms-key-arn": \.configuration.kmsKeyArn,
            "image-config": \.configuration.imageConfig,
            "snap-start": \.configuration.snapStart,
            "logging-config": \.configuration.loggingConfig,
            "durable-config": \.configuration.durableConfig,
            "code-signing-config-arn": \.configuration.codeSigningConfigArn,
            "tags": \.configuration.tags,
            "publish": \.release.publish,
            "alias": \.release.alias,
            "version-description": \.release.versionDescription,
            "stage": \.release.stage,
            "traffic": \.traffic.traffic,
            "alarms": \.traffic.alarms,
            "alarms-already-on": \.traffic.alarmsAlreadyOn,
            "codedeploy-application": \.traffic.codedeployApplication,
            "codedeploy-deployment-group": \.traffic.codedeployDeploymentGroup,
            "wait": \.traffic.wait,
            "rollback-to": \.history.rollbackTo,
            "on-superseded": \.history.onSuperseded,
            "keep-versions": \.history.keepVersions,
            "smoke-test-payload": \.smokeTest.smokeTestPayload,
            "smoke-test-expect": \.smokeTest.smokeTestExpect,
            "smoke-test-expect-error": \.smokeTest.smokeTestExpectError,
            "smoke-test-timeout": \.smokeTest.smokeTestTimeout,
            "smoke-test-target": \.smokeTest.smokeTestTarget,
            "on-conflict": \.conflicts.onConflict,
            "max-retries": \.conflicts.maxRetries,
            "wait-timeout": \.conflicts.waitTimeout,
            "on-wait-timeout": \.conflicts.onWaitTimeout,
            "aws-region": \.aws.awsRegion,
            "endpoint-url": \.aws.endpointUrl,
        ]
    }
}
