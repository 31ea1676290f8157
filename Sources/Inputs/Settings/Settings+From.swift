import AWSCore
import Deployment
import Identity

extension Settings {
    /// - Parameters:
    ///   - environment: the process's, for the Region, GitHub's facts and the inputs' two spellings.
    ///   - profile: the Region that the profile in use has.
    ///   - startedAt: seconds since 1970, for the version's description.
    /// - Throws: everything that is wrong, at once.
    package static func from(
        _ inputs: ActionInputs, environment: [String: String], profile: NamedSetting?, startedAt: Double
    ) throws(InvalidInputs) -> Settings {
        var inspection = Inspection()
        InputVariables.judge(environment, &inspection)
        let function = inputs.task.function(&inspection)
        let mode = inputs.task.mode(&inspection)
        let source = inputs.goesBackToVersion ? nil : inputs.package.source(&inspection)
        let upload = inputs.package.upload(for: function, &inspection)
        let bucketOwner = inputs.package.owner(&inspection)
        if !inputs.goesBackToVersion {
            inputs.package.checkSelection(&inspection)
            inputs.package.checkPackageFile(&inspection)
        }
        _ = inputs.package.checks(&inspection)
        let given = inputs.configuration.givenConfiguration(&inspection)
        if let source { inputs.checkPackageType(of: source, given, &inspection) }
        let architectures = inspection.read(\.architectures, of: inputs.package, TextList.architectures)
        let sourceKey = inspection.read(\.sourceKmsKeyArn, of: inputs.package, TextRule.kmsKeyARN.read)
        let configuration = inputs.configuration.members(given, &inspection)
        if let source { inputs.configuration.check(configuration, against: source, &inspection) }
        let variables = inputs.configuration.variables(given, &inspection)
        let tags = inputs.configuration.tags(given, &inspection)
        let creation = inputs.creation(source, given, &inspection)
        let revisionId = inspection.read(\.revisionId, of: inputs.task, TextRule.word("a revision", upTo: 256).read)
        let publication = inputs.release.publication(environment, startedAt: startedAt, inputs.traffic, &inspection)
        let smokeTests = inputs.smokeTest.tests(areVersionsPublished: publication != nil, &inspection)
        let history = inputs.history(environment, &inspection)
        let conflicts = inputs.conflicts.policy(&inspection)
        let waits = inputs.conflicts.waits(&inspection)
        let onFailure = inspection.read(\.onFailure, of: inputs.conflicts, OnFailure.init(input:)) ?? .auto
        inputs.conflicts.check(waits, against: publication?.traffic, &inspection)
        inputs.traffic.remarkOnKeys(
            expiringAt: inputs.aws.expiry(environment), publication?.traffic, startedAt: startedAt, &inspection)
        let allowedAccounts = inputs.aws.allowedAccounts(of: function, &inspection)
        _ = inputs.telling.wantsSummary(&inspection)
        let region = inputs.aws.region(environment, profile, of: function, &inspection)
        if let region { inputs.configuration.checkLayers(of: configuration, in: region, &inspection) }
        if let function { given.check(isOf: function, in: region, &inspection) }
        // What is nil here has left a problem.
        guard inspection.problems.isEmpty, let function, source != nil || inputs.goesBackToVersion, region != nil else {
            throw InvalidInputs(problems: inspection.problems)
        }
        return Settings(
            mode: mode, source: source, upload: upload, bucketOwner: bucketOwner, functionName: function.text,
            architectures: architectures ?? given.architectures, sourceKMSKeyArn: sourceKey,
            configuration: configuration,
            environment: variables, tags: tags, creation: creation, requiredRevisionId: revisionId,
            smokeTests: smokeTests, publication: publication, waits: waits, conflicts: conflicts, history: history,
            onFailure: onFailure, allowedAccounts: allowedAccounts, remarks: inspection.remarks)
    }
}
