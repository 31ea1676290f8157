import ArgumentParser
// Swift has no other way to list a type's key paths; without them only the parser could set an input by its name.
@_spi(Reflection) import Swift

@testable import Inputs

extension ActionInputs {
    /// The inputs as the environment gives them, without the parser, which takes longer than all that follows it.
    init(withoutTheParser environment: [String: String]) {
        self = Self.blank
        for (name, path) in Self.byName { self[keyPath: path] = environment["INPUT_\(name.uppercased())"] }
    }

    /// As the parser makes it of nothing.
    static let blank: ActionInputs = {
        guard case .run(let inputs, _) = Invocation.parse(arguments: ["deploy"], environment: [:]) else {
            fatalError("nothing at all does not parse")
        }
        return inputs
    }()

    static var byName: [String: WritableKeyPath<ActionInputs, String?>] {
        Dictionary(uniqueKeysWithValues: zip(names, groups.flatMap { $0.paths }))
    }
}

extension InputGroup {
    /// In the order of their definition.
    fileprivate static var paths: [WritableKeyPath<ActionInputs, String?>] {
        var paths: [WritableKeyPath<ActionInputs, String?>] = []
        _forEachFieldWithKeyPath(of: Self.self) { _, path in
            if let input = path as? WritableKeyPath<Self, Option<String?>> {
                paths.append(place.appending(path: input).appending(path: \.wrappedValue))
            }
            return true
        }
        return paths
    }
}
