import ArgumentParser

/// Inputs that belong together, each a property with its help. The property names the input, here and for the parser:
/// `memorySize` is `memory-size`. What reads an input, or finds fault with it, takes the name from there.
protocol InputGroup: ParsableArguments {
    static var place: WritableKeyPath<ActionInputs, Self> { get }
}

extension InputGroup {
    /// The inputs' names as in action.yml, in the order of their definition.
    static var names: [String] {
        Mirror(reflecting: Self()).children.compactMap(\.label).map(kebabCase)
    }

    static func name(of input: KeyPath<Self, String?>) -> String {
        ActionInputs.specimen[keyPath: place.appending(path: input)] ?? ""  // all are given there
    }

    func isGiven(_ input: KeyPath<Self, String?>) -> Bool {
        self[keyPath: input].given != nil
    }

    /// The names of those that are given.
    var namesOfGiven: [String] {
        Mirror(reflecting: self).children.compactMap { child in
            guard let option = child.value as? Option<String?>, option.wrappedValue.given != nil else { return nil }
            return child.label.map(kebabCase)
        }
    }
}

extension ActionInputs {
    /// Each input holds its own name.
    // Every name is an option, and takes any text.
    fileprivate static let specimen = try! parse(names.map { "--\($0)=\($0)" })
}

/// `_memorySize`, as a property wrapper's storage is called, becomes `memory-size`.
private func kebabCase(_ label: String) -> String {
    label.drop { $0 == "_" }.reduce(into: "") { name, letter in
        name += letter.isUppercase ? "-\(letter.lowercased())" : String(letter)
    }
}
