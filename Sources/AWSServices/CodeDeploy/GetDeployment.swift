import AWSCore

/// A deployment as CodeDeploy shows it.
package struct CodeDeployment: Sendable, Equatable {
    package enum Status: Sendable, Equatable {
        case succeeded, failed, stopped
        /// Created, Queued, InProgress, Baking, Ready, or one that we do not know: not at its end.
        case underWay(String)
    }

    package let id: String
    package let status: Status
    /// `nil` where it is no move of an alias that we could have written.
    package let spec: AliasAppSpec?
    /// `ALARM_ACTIVE` and the like.
    package let errorCode: String?
    package let errorMessage: String?
    /// The deployment that puts the alias back after this one.
    package let rollbackId: String?

    package init(
        id: String, status: Status, spec: AliasAppSpec?, errorCode: String?, errorMessage: String?, rollbackId: String?
    ) {
        self.id = id
        self.status = status
        self.spec = spec
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.rollbackId = rollbackId
    }
}

extension CodeDeploy {
    /// Source: https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetDeployment.html
    package func getDeployment(_ id: String, within budget: Duration) async throws(AWSFailure) -> CodeDeployment {
        let call = AWSCall.codeDeploy("GetDeployment", .read, ["deploymentId": .string(id)])
        return try await client.send(call, within: budget) { answer throws(UnreadableAnswer) in
            guard let info = try answer.jsonObject["deploymentInfo"], let status = info["status"]?.string else {
                throw UnreadableAnswer(reason: "the answer has no deploymentInfo or no status")
            }
            let content = info["revision"]?["appSpecContent"]?["content"] ?? info["revision"]?["string"]?["content"]
            return CodeDeployment(
                id: id, status: CodeDeployment.Status(status),
                spec: content?.string.flatMap(AliasAppSpec.init(content:)),
                errorCode: info["errorInformation"]?["code"]?.string,
                errorMessage: info["errorInformation"]?["message"]?.string,
                rollbackId: info["rollbackInfo"]?["rollbackDeploymentId"]?.string)
        }
    }
}

extension CodeDeployment.Status: CustomStringConvertible {
    package init(_ text: String) {
        switch text {
        case "Succeeded": self = .succeeded
        case "Failed": self = .failed
        case "Stopped": self = .stopped
        default: self = .underWay(text)
        }
    }

    package var description: String {
        switch self {
        case .succeeded: "Succeeded"
        case .failed: "Failed"
        case .stopped: "Stopped"
        case .underWay(let text): text
        }
    }

    package var isEnd: Bool {
        if case .underWay = self { false } else { true }
    }
}
