import AWSCore
import AWSServices
import Engine

/// What a plan changes on a function as it stands: the pure heart of "nothing to do means no writes".
package struct Changes: Sendable {
    /// There is no function yet.
    package let isCreation: Bool
    /// Why the code has to be sent; `nil`: it stands as planned.
    package let code: CodeChange?
    /// The members to send, whole, as UpdateFunctionConfiguration takes them.
    package let configuration: [ConfigurationMember: JSONValue]
    /// The tags to add or overwrite.
    package let tags: [String: String]
    /// The same for people.
    package let differences: [Difference]

    package init(of plan: DeploymentPlan, on function: FunctionDescription) {
        isCreation = false
        let content = FunctionContent(of: function)
        code = plan.code?.change(on: content, of: function)
        configuration = plan.configurationToSend(over: content)
        tags = plan.tagsToSend(over: function.tags ?? [:])
        differences =
            (plan.code?.differences(from: content, isSent: code != nil) ?? [])
            + Difference.configurationDifferences(content, content.overlaid(with: configuration))
            + tags.sorted { $0.key < $1.key }.map { name, value in
                let before = function.tags.map { $0[name].map(JSONValue.string) } ?? .string("unknown")
                return Difference.ofTag(name, before: before, after: .string(value))
            }
    }

    /// What a plan gives to a function that is still to be created.
    package init(creating plan: DeploymentPlan) {
        isCreation = true
        code = .otherCode
        configuration = plan.configurationToCreate
        tags = plan.tags
        differences =
            (plan.code?.differencesFromNothing ?? [])
            + Difference.between([:], configuration)
            + tags.sorted { $0.key < $1.key }.map { name, value in
                Difference.ofTag(name, before: nil, after: .string(value))
            }
    }

    /// `CodeSha256` as it is to be; `nil` where the code is not to be sent, or nobody knows it.
    package var plannedDigest: String? {
        differences.first { $0.name == Difference.codeName }?.after?.string
    }

    var plannedArchitectures: [String]? {
        differences.first { $0.name == Difference.architecturesName }?.after?.array?.compactMap(\.string)
    }

    package var isEmpty: Bool {
        code == nil && configuration.isEmpty && tags.isEmpty
    }
}

package enum CodeChange: Sendable {
    case otherCode
    /// Nothing is known to compare the code by.
    case unknown
    /// The same code is to lie under another key.
    case otherKey
    /// The same code: after a failed update, or where the image was lost, an update that succeeds is the cure.
    case cure
}

extension DeploymentPlan {
    /// The planned members that do not stand as planned. The environment is merged with what stands now.
    package func configurationToSend(over content: FunctionContent) -> [ConfigurationMember: JSONValue] {
        var planned = configuration
        planned[.environment] = environment.map { $0.applied(to: content.members[.environment]) }
        planned = planned.filter { member, value in
            !member.isOnlyForCreation && !content.covers(value, of: member)
        }
        planned[.vpcConfig] = planned[.vpcConfig]?.wholeNetwork(over: content.members[.vpcConfig])
        return planned
    }

    /// The planned members, whole, of a function that is still to be created.
    var configurationToCreate: [ConfigurationMember: JSONValue] {
        var planned = configuration
        planned[.environment] = environment.map { $0.applied(to: nil) }
        return planned
    }

    /// The planned tags that do not stand as planned, byte for byte: to Swift `é` is equal to `e` with an accent.
    package func tagsToSend(over standing: [String: String]) -> [String: String] {
        tags.filter { name, value in standing[name].map { !$0.utf8.elementsEqual(value.utf8) } ?? true }
    }
}

extension PlannedCode {
    fileprivate func change(on content: FunctionContent, of function: FunctionDescription) -> CodeChange? {
        if let architectures, architectures != content.architectures { return .otherCode }
        guard stands(in: content) else {
            return differences(from: content, isSent: true).isEmpty ? .unknown : .otherCode
        }
        if let sourceKMSKeyArn, let storage = function.storage, sourceKMSKeyArn != storage.kmsKeyArn {
            return .otherKey
        }
        if let storage, let standing = function.storage, storage != standing { return .otherKey }
        return Readiness(ofLatest: function.configuration).wantsACure ? .cure : nil
    }

    /// Where no digest is known, nothing can be compared, and the code is sent.
    private func stands(in content: FunctionContent) -> Bool {
        if let known = digest ?? likelyDigest, known == content.codeSha256 { return true }
        guard let imageUri, imageUri.contains("@") else { return false }
        return imageUri == content.imageUri
    }

    fileprivate var differencesFromNothing: [Difference] {
        let values = [
            (Difference.codeName, (digest ?? likelyDigest).map(JSONValue.string)),
            (Difference.imageName, imageUri.map(JSONValue.string)),
            (Difference.architecturesName, architectures.map { .array($0.map(JSONValue.string)) }),
        ]
        return values.compactMap { name, value in value.map { Difference(name: name, before: nil, after: $0) } }
    }

    fileprivate func differences(from content: FunctionContent, isSent: Bool) -> [Difference] {
        guard isSent else { return [] }
        var planned = content
        planned.codeSha256 = digest ?? likelyDigest
        planned.architectures = architectures ?? content.architectures
        planned.imageUri = imageUri ?? content.imageUri
        return Difference.codeDifferences(content, planned)
    }
}
