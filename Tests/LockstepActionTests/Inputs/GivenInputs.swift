@testable import LockstepAction

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
        var all = environment
        for (name, value) in inputs { all["INPUT_\(name.uppercased())"] = value }
        guard case .run(let inputs) = Invocation.parse(arguments: ["deploy"], environment: all) else {
            throw InvalidInputs(problems: [])
        }
        return try Settings.from(inputs, environment: all, startedAt: startedAt)
    }

    var problems: [InputProblem] {
        do throws(InvalidInputs) {
            _ = try settings()
            return []
        } catch {
            return error.problems
        }
    }
}
