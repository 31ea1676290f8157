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
        try Settings.from(read, environment: all, profile: nil, startedAt: startedAt)
    }

    /// - Throws: everything that is wrong with what the Region is read from.
    func region() throws(InvalidInputs) -> String? {
        var inspection = Inspection()
        let inputs = read
        let region = inputs.aws.region(environment, nil, of: inputs.task.function(&inspection), &inspection)
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

    /// What the parser makes of them, which `InputFuzzTests` holds it to.
    private var read: ActionInputs { ActionInputs(withoutTheParser: all) }
}
