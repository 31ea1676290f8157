/// The inputs as environment variables: `INPUT_MEMORY-SIZE`, as the runner writes it, or `INPUT_MEMORY_SIZE`, as a shell
/// can. The runner sets every declared input, an input that is not given to the empty text.
///
/// Source: https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs
enum InputVariables {
    /// The given inputs as flags. The equals sign keeps values together that begin with a dash.
    static func arguments(_ environment: [String: String]) -> [String] {
        all.compactMap { variable in
            value(of: variable, environment).map { flag("--\(variable.input)", $0) }
        }
    }

    static func value(of input: String, _ environment: [String: String]) -> String? {
        all.first { $0.input == input }.flatMap { value(of: $0, environment) }
    }

    private static func value(
        of variable: (input: String, dashed: String, underscored: String), _ environment: [String: String]
    ) -> String? {
        environment[variable.dashed].given ?? environment[variable.underscored].given
    }

    /// A flag with its value. The parser looks for the character `=`, which a mark at the value's beginning would become
    /// a part of; and it takes the next argument where the value is empty. White space, trimmed later, prevents both.
    static func flag(_ name: String, _ value: String) -> String {
        let isHeldApart = !value.isEmpty && "=\(value)".first == "="
        return isHeldApart ? "\(name)=\(value)" : "\(name)=\n\(value)"
    }

    /// What is wrong with the variables themselves, whatever is asked for.
    static func judge(_ environment: [String: String], _ inspection: inout Inspection) {
        for problem in contradictions(environment) + unreadable(environment) {
            inspection.note(problem.input, problem.message)
        }
        StrangeInputs.judge(environment, &inspection)
    }

    /// Inputs that have two different values: none of them is more likely to be meant.
    static func contradictions(_ environment: [String: String]) -> [InputProblem] {
        all.compactMap { variable in
            let (dashed, underscored) = (variable.dashed, variable.underscored)
            guard let one = environment[dashed].given, let other = environment[underscored].given, one != other
            else { return nil }
            return InputProblem(
                input: variable.input,
                message: "is \(dashed) and \(underscored) with different values: set only one of them")
        }
    }

    /// Inputs with bytes that are not UTF-8, which reading has replaced: what is meant cannot be known.
    static func unreadable(_ environment: [String: String]) -> [InputProblem] {
        all.compactMap { variable in
            let values = [environment[variable.dashed], environment[variable.underscored]].compactMap(\.self)
            guard values.contains(where: { $0.unicodeScalars.contains("\u{FFFD}") }) else { return nil }
            return InputProblem(input: variable.input, message: "has bytes that are not UTF-8: save it as UTF-8")
        }
    }

    /// Whether somebody set inputs at all, were they empty.
    static func exist(in environment: [String: String]) -> Bool {
        all.contains { environment[$0.dashed] != nil || environment[$0.underscored] != nil }
    }

    private static let all = ActionInputs.names.map { name in
        let dashed = "INPUT_\(name.uppercased())"
        return (input: name, dashed: dashed, underscored: String(dashed.map { $0 == "-" ? "_" : $0 }))
    }
}
