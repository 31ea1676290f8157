/// What is wrong with one input. No message holds a value of `environment` or a piece of its JSON.
package struct InputProblem: Sendable, Equatable {
    /// The input's name as in action.yml.
    package let input: String
    /// Goes on where the name ends: `must be true or false, not "yes"`.
    package let message: String

    package init(input: String, message: String) {
        self.input = input
        self.message = message
    }
}

/// Everything that is wrong with the inputs, at once.
package struct InvalidInputs: Error, Equatable {
    package let problems: [InputProblem]

    package init(problems: [InputProblem]) {
        self.problems = problems
    }
}
