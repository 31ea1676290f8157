/// Collects what is wrong with the inputs, so that everything can be told at once.
package struct Inspection {
    package private(set) var problems: [InputProblem] = []

    package init() {}

    /// - Parameter name: an input's or a variable's.
    package mutating func note(_ name: String, _ message: String) {
        problems.append(InputProblem(input: name, message: message))
    }
}
