extension History {
    /// What was asked and answered, for tests that talk to the simulator over HTTP.
    package var json: JSON {
        ["requests": .array(requests.map(\.json)), "revisions": .array(revisions.map(\.json))]
    }
}

extension History.Request {
    fileprivate var json: JSON {
        [
            "at": .number(at / .seconds(1)), "author": .string(author), "operation": .text(operation?.rawValue),
            "function": .text(function), "method": .string(method), "path": .string(path),
            "status": .integer(status), "error": .text(errorType), "guardedBy": .text(guardedBy),
            "wrote": .bool(wrote), "arrived": .bool(arrived),
        ]
    }

    /// One line of a log.
    package var line: String {
        let milliseconds = Int((at / .milliseconds(1)).rounded())
        let fraction = String(1000 + milliseconds % 1000).dropFirst()
        return "\(milliseconds / 1000).\(fraction) \(author) \(method) \(path) \(status)"
            + (errorType.map { " \($0)" } ?? "")
    }
}

extension History.Revision {
    fileprivate var json: JSON {
        [
            "at": .number(at / .seconds(1)), "author": .string(author), "cause": .string(cause),
            "function": .string(function), "resource": .string(resourceName), "revisionId": .string(revisionId),
            "codeSha256": .text(content?.code.sha256),
            "authors": .object((content?.authors ?? [:]).mapValues(JSON.string)),
            "functionVersion": .text(alias?.functionVersion),
        ]
    }

    private var resourceName: String {
        switch resource {
        case .latest: "$LATEST"
        case .version(let number): number
        case .alias(let name): "alias \(name)"
        }
    }
}

extension ControlPlane.Function {
    /// The function as it stands, for tests that talk to the simulator over HTTP.
    package var json: JSON {
        [
            "latest": content(latest),
            "versions": .object(Dictionary(uniqueKeysWithValues: versions.map { ($0.name, content($0)) })),
            "aliases": .object(aliases.mapValues { $0.json(functionArn: arn) }),
            "tags": .object(tags.mapValues(JSON.string)),
        ]
    }

    private func content(_ version: ControlPlane.Version) -> JSON {
        [
            "configuration": version.json(name: name, arn: qualifiedArn(version.name)),
            "authors": .object(version.authors.mapValues(JSON.string)),
        ]
    }
}
