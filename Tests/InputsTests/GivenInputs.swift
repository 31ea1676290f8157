@testable import Inputs

/// Inputs as a test gives them: what every deployment needs, and what the test is about.
struct GivenInputs {
    var inputs: [String: String] = ["function-name": "orders", "zip-file": "app.zip", "aws-region": "eu-central-1"]
    var environment: [String: String] = [:]
    /// 2026-03-04T05:06:07Z
    var startedAt = 1_772_600_767.9

    init(_ changes: [String: String?] = [:], environment: [String: String] = [:]) {
        for (name, value) in changes { inputs[name] = value }
        self.environment = environment
    }

    func settings() throws(InvalidInputs) -> Settings {
        try Settings.from(parsed(), environment: all, startedAt: startedAt)
    }

    /// - Throws: everything that is wrong with what the Region is read from.
    func region() throws(InvalidInputs) -> String? {
        var inspection = Inspection()
        let inputs = try parsed()
        let region = inputs.aws.region(environment, of: inputs.task.function(&inspection), &inspection)
        guard inspection.problems.isEmpty else { throw InvalidInputs(problems: inspection.problems) }
        return region
    }

    var problems: [InputProblem] {
        do throws(InvalidInputs) {
            _ = try settings()
            return []
        } catch {
            return error.problems
        }
    }

    private var all: [String: String] {
        inputs.reduce(into: environment) { $0["INPUT_\($1.key.uppercased())"] = $1.value }
    }

    private func parsed() throws(InvalidInputs) -> ActionInputs {
        guard case .run(let inputs) = Invocation.parse(arguments: ["deploy"], environment: all) else {
            throw InvalidInputs(problems: [])
        }
        return inputs
    }
}
