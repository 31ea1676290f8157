/// Reads inputs and collects what is wrong with them, so that everything can be told at once.
package struct Inspection {
    package private(set) var problems: [InputProblem] = []

    package init() {}

    /// The input's meaning; `nil` if it is not given, or is wrong, which is noted.
    mutating func read<Value>(
        _ input: String, _ text: String?, _ meaning: (String) throws(Complaint) -> Value
    ) -> Value? {
        guard let text = text.given else { return nil }
        do throws(Complaint) {
            return try meaning(text)
        } catch {
            for reason in error.reasons { note(input, reason) }
            return nil
        }
    }

    package mutating func note(_ input: String, _ message: String) {
        problems.append(InputProblem(input: input, message: message))
    }
}
