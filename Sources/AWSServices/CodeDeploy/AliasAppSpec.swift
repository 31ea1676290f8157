import AWSCore

/// What CodeDeploy is to do: move an alias from one version to another.
/// Source: https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html#reference-appspec-file-structure-resources-lambda
package struct AliasAppSpec: Sendable, Equatable {
    package let function: String
    package let alias: String
    package let currentVersion: String
    package let targetVersion: String

    package init(function: String, alias: String, currentVersion: String, targetVersion: String) {
        self.function = function
        self.alias = alias
        self.currentVersion = currentVersion
        self.targetVersion = targetVersion
    }

    /// The same text for the same values.
    var content: String {
        let properties: JSONValue = .object([
            "Name": .string(function), "Alias": .string(alias), "CurrentVersion": .string(currentVersion),
            "TargetVersion": .string(targetVersion),
        ])
        let resource: JSONValue = .object(["Type": .string("AWS::Lambda::Function"), "Properties": properties])
        return JSONValue.object([
            "version": .number(0), "Resources": .array([.object([function: resource])]),
        ]).text
    }

    /// As CodeDeploy takes it and shows it again.
    var revision: JSONValue {
        .object([
            "revisionType": .string("AppSpecContent"),
            "appSpecContent": .object([
                "content": .string(content), "sha256": .string(SHA256Digest.of(Array(content.utf8)).hex),
            ]),
        ])
    }

    /// `nil` where it is none, or one of more than an alias's move. Only JSON is read: what we did not write may be YAML.
    package init?(content: String) {
        let resources = JSONValue(parsing: Array(content.utf8))?["Resources"]?.array
        guard let resources, resources.count == 1, let resource = resources.first?.object, resource.count == 1,
            let properties = resource.first?.value["Properties"], let name = properties["Name"]?.string,
            let alias = properties["Alias"]?.string, let current = properties["CurrentVersion"]?.string,
            let target = properties["TargetVersion"]?.string
        else { return nil }
        self.init(function: name, alias: alias, currentVersion: current, targetVersion: target)
    }
}
