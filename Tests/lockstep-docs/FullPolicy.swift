import AWSCore
import Inputs

/// The policy for all that can be asked for, which nobody needs as a whole: the sum of what is printed for these.
enum FullPolicy {
    /// Stands for the names of all packages that are there already; what is printed for one names just that.
    private static let any = "ANY"
    private static let usual = [
        "--function-name=orders", "--aws-region=eu-central-1", "--alias=live", "--timeout=9",
        "--smoke-test-payload={}", "--traffic=10% 5m", "--alarms=orders-errors", #"--tags={"team":"blue"}"#,
        "--keep-versions=10", "--role=arn:aws:iam::123456789012:role/orders",
    ]
    private static let sources = [
        ["--code-artifacts-dir=dist", "--runtime=python3.13", "--handler=app.handler", "--s3-bucket=packages"],
        ["--s3-bucket=packages", "--s3-key=orders/\(any)", "--runtime=python3.13", "--handler=app.handler"],
        ["--image-uri=123456789012.dkr.ecr.eu-central-1.amazonaws.com/orders:1"],
    ]

    static func lines() throws -> [String] {
        var statements: [PolicyStatement] = []
        for statement in try sources.flatMap({ try Self.statements(usual + $0) }) { add(statement, to: &statements) }
        return block(statements)
    }

    /// What `traffic: codedeploy` needs beside that.
    static func codeDeployLines() throws -> [String] {
        let inputs = ["--function-name=orders", "--aws-region=eu-central-1", "--alias=live", "--zip-file=orders.zip"]
        let shift = ["--traffic=codedeploy", "--codedeploy-application=orders", "--codedeploy-deployment-group=live"]
        return block(try statements(inputs + shift).filter { $0.actions.allSatisfy { $0.hasPrefix("codedeploy:") } })
    }

    /// What the workflow on the first page needs.
    static func quickStartLines() throws -> [String] { block(try statements(quickStart)) }

    /// What a plan of that needs.
    static func planLines() throws -> [String] {
        block(Policy(statements: try statements(quickStart)).ofPlan?.statements ?? [])
    }

    static func rollbackLines() throws -> [String] {
        block(
            try statements(["--mode=rollback", "--function-name=orders", "--aws-region=eu-central-1", "--alias=live"]))
    }

    private static let quickStart = [
        "--function-name=orders", "--aws-region=eu-central-1", "--code-artifacts-dir=dist", "--alias=live",
        #"--smoke-test-payload={"ping": true}"#,
    ]

    /// For GitHub's own provider, and one branch.
    static let trustLines = fenced(
        TrustPolicy(
            partition: "aws", account: "123456789012", issuer: "token.actions.githubusercontent.com",
            audience: "sts.amazonaws.com", subjects: ["repo:my-organisation/orders:ref:refs/heads/main"]
        ).text)

    private static func statements(_ arguments: [String]) throws -> [PolicyStatement] {
        let scope = PolicyScope(region: try Region("eu-central-1", from: "aws-region"), account: "123456789012")
        guard case .run(let inputs, _) = Invocation.parse(arguments: ["deploy"] + arguments, environment: [:])
        else { throw NotTaken() }
        let settings = try Settings.from(inputs, environment: [:], profile: nil, startedAt: 0)
        return settings.policy(for: "orders", in: scope).statements.map { statement in
            let resources = statement.resources.map { $0.hasSuffix("/\(any)") ? $0.dropLast(any.count) + "*" : $0 }
            return PolicyStatement(statement.id, statement.actions, on: resources, if: statement.condition)
        }
    }

    private static func block(_ statements: [PolicyStatement]) -> [String] {
        fenced(Policy(statements: statements).text)
    }

    private static func fenced(_ json: String) -> [String] {
        ["```json"] + json.split(separator: "\n").map(String.init) + ["```"]
    }

    private static func add(_ statement: PolicyStatement, to all: inout [PolicyStatement]) {
        guard let index = all.firstIndex(where: { $0.id == statement.id }) else { return all.append(statement) }
        let known = all[index]
        let new = statement.resources.filter { !known.resources.contains($0) }
        all[index] = PolicyStatement(known.id, known.actions, on: known.resources + new, if: known.condition)
    }

    private struct NotTaken: Error {}
}
