/// The inputs as environment variables: `INPUT_MEMORY-SIZE`, as the runner writes it, or `INPUT_MEMORY_SIZE`, as a shell
/// can. The runner sets every declared input, an input that is not given to the empty text.
///
/// Source: https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs
enum InputVariables {
    /// The given inputs as flags. The equals sign keeps values together that begin with a dash.
    static func arguments(_ environment: [String: String]) -> [String] {
        Inputs.names.compactMap { name in
            let value = environment[dashed(name)].given ?? environment[underscored(name)].given
            return value.map { flag("--\(name)", $0) }
        }
    }

    /// A flag with its value. The parser looks for the character `=`, which a mark at the value's beginning would become
    /// a part of; and it takes the next argument where the value is empty. White space, trimmed later, prevents both.
    static func flag(_ name: String, _ value: String) -> String {
        let isHeldApart = !value.isEmpty && "=\(value)".first == "="
        return isHeldApart ? "\(name)=\(value)" : "\(name)=\n\(value)"
    }

    /// Inputs that have two different values: none of them is more likely to be meant.
    static func contradictions(_ environment: [String: String]) -> [InputProblem] {
        Inputs.names.compactMap { name in
            guard let one = environment[dashed(name)].given, let other = environment[underscored(name)].given,
                one != other
            else { return nil }
            return InputProblem(
                input: name,
                message: "is \(dashed(name)) and \(underscored(name)) with different values: set only one of them")
        }
    }

    /// Inputs with bytes that are not UTF-8, which reading has replaced: what is meant cannot be known.
    static func unreadable(_ environment: [String: String]) -> [InputProblem] {
        Inputs.names.compactMap { name in
            let values = [environment[dashed(name)], environment[underscored(name)]].compactMap(\.self)
            guard values.contains(where: { $0.unicodeScalars.contains("\u{FFFD}") }) else { return nil }
            return InputProblem(input: name, message: "has bytes that are not UTF-8: save it as UTF-8")
        }
    }

    /// Whether somebody set inputs at all, were they empty.
    static func exist(in environment: [String: String]) -> Bool {
        Inputs.names.contains { environment[dashed($0)] != nil || environment[underscored($0)] != nil }
    }

    private static func dashed(_ name: String) -> String {
        "INPUT_\(name.uppercased())"
    }

    private static func underscored(_ name: String) -> String {
        String(dashed(name).map { $0 == "-" ? "_" : $0 })
    }
}
