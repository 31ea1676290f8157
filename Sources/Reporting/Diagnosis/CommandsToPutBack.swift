import AWSCore
import AWSServices
import Deployment
import Engine

/// What somebody can do by hand that this run could not.
struct CommandToPutBack {
    let what: Wording
    /// Of the AWS CLI, for a shell.
    let command: Wording
}

extension RunResult {
    /// As far as all that they need is known. What variables hold is never told.
    var commandsToPutBack: [CommandToPutBack] {
        guard let name = nameOfFunction, !isNotThere else { return [] }
        return [codeCommand(name), configurationCommand(name)].compactMap(\.self)
    }

    /// How `$LATEST` stands otherwise than before this run, by the last look.
    var leftDifferences: [Difference] {
        guard let latest, let before else { return [] }
        return Difference.between(FunctionContent(of: before), FunctionContent(of: latest))
    }

    var nameOfFunction: String? {
        (before ?? latest)?.functionArn.flatMap(ARN.init)?.functionName
    }

    /// A zip that was kept has gone with this run: only the commit before it has it.
    private func codeCommand(_ name: String) -> CommandToPutBack? {
        guard let digest = before?.codeSha256, leftDifferences.contains(where: \.isOfCode) else { return nil }
        let kept = last { fact in
            if case .oldCode(.kept(let code, digest)) = fact { code } else { nil }
        }
        let source: Wording? =
            switch kept {
            case .image(let uri)?: "--image-uri \(quoted(uri))"
            case .object(let address, let version)?:
                "--s3-bucket \(quoted(address.bucket)) --s3-key \(quoted(address.key))"
                    + (version.map { " --s3-object-version \(quoted($0))" } ?? "")
            case .version, .zip, nil: nil
            }
        return source.map {
            CommandToPutBack(
                what: "the code", command: "aws lambda update-function-code --function-name \(ours: name) \($0)")
        }
    }

    private func configurationCommand(_ name: String) -> CommandToPutBack? {
        guard let before else { return nil }
        let names = Set(leftDifferences.map(\.name))
        let old = FunctionContent(of: before).members.filter { names.contains($0.key.rawValue) && $0.key.isKnown }
        guard !old.isEmpty else { return nil }
        let members = old.keys.map(\.rawValue).sorted()
        let request = JSONValue.object(Dictionary(uniqueKeysWithValues: old.map { ($0.key.rawValue, $0.value) }))
        return CommandToPutBack(
            what: .ours(members.joined(separator: ", ")),
            command:
                "aws lambda update-function-configuration --function-name \(ours: name) --cli-input-json \(quoted(request.text))"
        )
    }
}

/// For a shell: whatever it holds, it is one word, and nothing in it is carried out.
private func quoted(_ word: String) -> Wording {
    .supplied("'" + word.replacing("'", with: "'\\''") + "'")
}
