/// Collects what is to be said of the inputs, so that everything can be told at once.
package struct Inspection {
    package private(set) var problems: [InputProblem] = []
    package private(set) var remarks: [InputRemark] = []

    package init() {}

    /// Of what is found twice, it is told once.
    /// - Parameter name: an input's or a variable's.
    package mutating func note(_ name: String, _ message: String) {
        let problem = InputProblem(input: name, message: message)
        if !problems.contains(problem) { problems.append(problem) }
    }

    mutating func remark(_ kind: InputRemark.Kind, _ name: String, _ message: String) {
        remarks.append(InputRemark(kind: kind, input: name, message: message))
    }
}
