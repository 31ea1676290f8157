import AWSCore
import AWSServices
import Engine

/// A function as GetFunction shows it, to be varied by a test.
package func function(
    _ changes: [String: JSONValue] = [:], tags: [String: String] = [:], imageUri: String? = nil,
    location: CodeLocation? = nil
) -> FunctionDescription {
    var members: [String: JSONValue] = [
        "FunctionArn": .string("arn:aws:lambda:eu-west-1:123456789012:function:demo"),
        "Version": .string("$LATEST"), "CodeSha256": .string("old"), "RevisionId": .string("r1"),
        "State": .string("Active"), "LastUpdateStatus": .string("Successful"), "PackageType": .string("Zip"),
        "LastModified": .string("2026-11-21T10:00:00.000+0000"), "MemorySize": .integer(128),
        "Timeout": .integer(3), "Handler": .string("app.handler"),
    ]
    members.merge(changes) { _, new in new }
    return FunctionDescription(
        configuration: FunctionConfiguration(members: members), imageUri: imageUri,
        storage: PackageStorage(kmsKeyArn: nil, mode: nil), location: location, tags: tags)
}

package func content(_ changes: [String: JSONValue] = [:]) -> FunctionContent {
    FunctionContent(of: function(changes))
}

package func alias(
    _ version: String, _ description: String = "", weights: [String: Double] = [:], revision: String = "r"
) -> AliasConfiguration {
    AliasConfiguration(
        name: "live", arn: nil, functionVersion: version, additionalVersionWeights: weights, description: description,
        revisionId: revision)
}
