import AWSCore
import Deployment

// What is known not to work. Nothing has been written by then.
extension Diagnosis {
    /// Of several, each on a line of its own, with its advice.
    init(of refusals: [ForeseenRefusal]) {
        let each = refusals.map(Diagnosis.init(of:))
        guard each.count != 1 else {
            self = each[0]
            return
        }
        self.init(
            title: "\(each.count) things cannot work",
            happened: each.map { "\(ours: $0.title.capitalFirst): \($0.happened) \($0.advice)" }.joined(
                separator: "\n"),
            advice: "")
    }

    private init(of refusal: ForeseenRefusal) {
        switch refusal {
        case .variablesTooLarge(let bytes, let largest): self = .variablesTooLarge(bytes, largest)
        case .executionTimeoutMissing: self = .executionTimeoutMissing
        case .testNeverCalled(let seconds): self = .testNeverCalled(seconds)
        case .latestNotInvocable: self = .latestNotInvocable
        case .layersMissing(let layers): self = .layersMissing(layers)
        case .packageCannotWork(let findings): self = .packageCannotWork(findings)
        }
    }

    private static func variablesTooLarge(_ bytes: Int, _ largest: [ForeseenRefusal.Variable]) -> Diagnosis {
        let shown = largest.map {
            "\(ours: $0.name) (\($0.bytes), \(ours: $0.isGiven ? "given" : "set already"))" as Wording
        }
        let cure: Wording =
            largest.allSatisfy(\.isGiven)
            ? "" : " With environment-strategy: replace, those that are not given are removed."
        return Diagnosis(
            title: "the variables are too large",
            happened:
                "The given variables and those already set would take \(bytes) bytes together, and AWS accepts at most "
                + "\(VariablesSize.most) (as JSON). The largest, in bytes: \(shown.joined(separator: ", ")).",
            advice: "Remove or shorten some, or keep large values elsewhere, such as in Parameter Store.\(cure)")
    }

    private static let executionTimeoutMissing = Diagnosis(
        title: "DurableConfig has no ExecutionTimeout",
        happened:
            "DurableConfig is given without ExecutionTimeout, and the function has none yet, so AWS would reject the "
            + "configuration.",
        advice: "Add ExecutionTimeout, in seconds, to durable-config.")

    private static func testNeverCalled(_ seconds: Int) -> Diagnosis {
        Diagnosis(
            title: "the smoke test cannot be called",
            happened:
                "The function is durable and may run for \(seconds) s, and AWS accepts no synchronous call of a durable "
                + "function that may run for more than 900 s.",
            advice: "Leave out the smoke test, or set ExecutionTimeout in durable-config to 900 or less.")
    }

    private static func layersMissing(_ layers: [ForeseenRefusal.Layer]) -> Diagnosis {
        Diagnosis(
            title: layers.count == 1 ? "a layer is not available" : "layers are not available",
            happened: layers.map(\.wording).joined(separator: " "),
            advice: [checkOwn(layers), sharing(layers)].compactMap(\.self).joined(separator: " "))
    }

    private static func checkOwn(_ layers: [ForeseenRefusal.Layer]) -> Wording? {
        layers.contains(where: \.isOwn)
            ? "Check layers: aws lambda list-layer-versions shows the versions there are." : nil
    }

    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/permissions-layer-cross-account.html
    private static func sharing(_ layers: [ForeseenRefusal.Layer]) -> Wording? {
        layers.allSatisfy(\.isOwn)
            ? nil
            : "Check the account, the name and the version's number in layers; if they are right, the layer's owner must "
                + "share this version: aws lambda add-layer-version-permission."
    }
}

extension ForeseenRefusal.Layer {
    fileprivate var wording: Wording {
        isOwn
            ? "\(supplied: arn) does not exist in this account: it was deleted, or never published."
            : "\(supplied: arn) belongs to another account, which does not share it with this one, or has no such version."
    }
}
