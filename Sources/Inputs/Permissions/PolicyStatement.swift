import AWSCore

/// A statement of an IAM policy that allows something.
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
package struct PolicyStatement: Sendable, Equatable {
    /// What it is for: `Sid`, which takes letters and digits only.
    package let id: String
    package let actions: [String]
    package let resources: [String]
    /// `operator: {key: value}`.
    package let condition: JSONValue?

    package init(_ id: String, _ actions: [String], on resources: [String], if condition: JSONValue? = nil) {
        self.id = id
        self.actions = actions
        self.resources = resources
        self.condition = condition
    }
}

extension PolicyStatement {
    /// On one line, as it is put into a policy.
    package var text: String { "{\(members.map { "\($0.name): \($0.value.text)" }.joined(separator: ", "))}" }

    /// In the order in which policies are written.
    fileprivate var members: [(name: String, value: JSONValue)] {
        let members: [(String, JSONValue?)] = [
            ("Sid", .string(id)), ("Effect", .string("Allow")), ("Action", .oneOrMore(actions)),
            ("Resource", .oneOrMore(resources)), ("Condition", condition),
        ]
        return members.compactMap { name, value in value.map { ("\"\(name)\"", $0) } }
    }
}

/// A policy that allows what its statements name.
package struct Policy: Sendable, Equatable {
    package let statements: [PolicyStatement]

    package init(statements: [PolicyStatement]) {
        self.statements = statements
    }

    /// As it is stored: a line for each member.
    package var text: String {
        let statements = statements.map { statement in
            let members = statement.members.map { "      \($0.name): \($0.value.indented)" }
            return "    {\n\(members.joined(separator: ",\n"))\n    }"
        }
        return "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n\(statements.joined(separator: ",\n"))\n  ]\n}"
    }
}

extension Policy {
    /// What a plan calls of that: it writes nothing. `nil`: nothing.
    package var ofPlan: Policy? {
        let read = statements.compactMap { statement -> PolicyStatement? in
            let actions = statement.actions.filter(calledByPlans.contains)
            guard !actions.isEmpty else { return nil }
            return PolicyStatement(statement.id, actions, on: statement.resources, if: statement.condition)
        }
        return read.isEmpty ? nil : Policy(statements: read)
    }
}

/// A test holds them against the calls that plans make.
private let calledByPlans: Set = [
    "lambda:GetFunction", "lambda:GetFunctionConfiguration", "lambda:GetAlias", "lambda:ListVersionsByFunction",
    "lambda:ListTags", "lambda:GetLayerVersion", "lambda:ListAliases", "lambda:ListProvisionedConcurrencyConfigs",
    "s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket", "ecr:BatchGetImage", "kms:Decrypt",
]

extension JSONValue {
    /// One text stands alone, more stand in a list: policies take both.
    fileprivate static func oneOrMore(_ texts: [String]) -> JSONValue {
        texts.count == 1 ? .string(texts[0]) : .array(texts.map(JSONValue.string))
    }

    /// A list that is too long for a line has one for each of its texts.
    fileprivate var indented: String {
        guard case .array(let elements) = self else { return text }
        let short = "[\(elements.map(\.text).joined(separator: ", "))]"
        return short.utf8.count <= 100
            ? short : "[\n" + elements.map { "        \($0.text)" }.joined(separator: ",\n") + "\n      ]"
    }
}
